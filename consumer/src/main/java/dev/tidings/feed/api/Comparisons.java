package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Paths;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.notification.Notification.Change;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.change.Difference;
import dev.tidings.summary.Sentence;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** {@code /relationships/{pair}/difference}: what is different between two days. */
final class Comparisons {

  /**
   * The difference.
   *
   * @param text from the earlier of the two days to the later
   * @param changes from {@code from} to {@code to}
   */
  private record Answered(
      Relationship relationship,
      LocalDate from,
      LocalDate to,
      Instant knownAt,
      List<Sentence> text,
      List<Change> changes) {

    Answered knownAt(Instant instant) {
      return new Answered(relationship, from, to, instant, text, changes);
    }
  }

  private final Archive archive;
  private final Clock clock;

  Comparisons(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  void ofTwoDays(Context request) {
    Relationship pair = Paths.pair(request);
    Parameters asked = Parameters.of(request);
    boolean isGiven = request.queryParam("from") != null;
    LocalDate given = asked.day("from");
    if (!isGiven) {
      asked.problem("from", "missing; expected a day, as in 2024-01-18");
    }
    Moment moment = Moment.of(asked, "to", clock);
    asked.check();
    LocalDate from = Objects.requireNonNull(given);
    Instant knownAt = moment.knownAt();
    // What was withdrawn since is hidden from both already.
    Difference difference =
        Difference.between(
            archive.summary(pair, from, knownAt), archive.summary(pair, moment.day(), knownAt));
    Answered answered =
        new Answered(pair, from, moment.day(), knownAt, difference.text(), difference.changes());
    request.header("Content-Language", "en");
    // Unless a reader asks for an instant, another second alone makes no other answer.
    Answer.cacheable(request, answered, answered.knownAt(moment.fixed()));
  }
}
