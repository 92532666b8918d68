package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Paths;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.party.Relationship;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.ClimatePoint;
import dev.tidings.summary.TimeInForce;
import dev.tidings.update.EdtfDate;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /relationships/{pair}/climate}: the climate over the years. */
final class Climates {

  private static final int FEWEST = 2;
  private static final int MOST = 500;
  private static final int IF_ABSENT = 200;

  /**
   * Points and what was in force, the earliest first.
   *
   * @param from where the first step begins; absent, when nothing is known by then
   */
  private record Answered(
      Relationship relationship,
      @Nullable LocalDate from,
      LocalDate to,
      Instant knownAt,
      List<ClimatePoint> points,
      List<TimeInForce> inForce) {

    Answered knownAt(Instant instant) {
      return new Answered(relationship, from, to, instant, points, inForce);
    }
  }

  private final Archive archive;
  private final Clock clock;

  Climates(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  void overTheYears(Context request) {
    Relationship pair = Paths.pair(request);
    Parameters asked = Parameters.of(request);
    LocalDate given = asked.day("from");
    Moment moment = Moment.of(asked, "to", clock);
    int most = (int) asked.whole("points", IF_ABSENT, FEWEST, MOST);
    LocalDate to = moment.day();
    if (given != null && given.isAfter(to)) {
      asked.problem(
          "from",
          String.format(Locale.ROOT, "%s is after to, %s; expected a day before it", given, to));
    }
    asked.check();
    LocalDate from = given == null ? first(pair, moment) : given;
    ClimateOverTheYears climate =
        from == null
            ? ClimateOverTheYears.NOTHING
            : archive.climate(pair, from, to, most, moment.knownAt());
    Answered answered =
        new Answered(pair, from, to, moment.knownAt(), climate.points(), climate.inForce());
    // Unless a reader asks for an instant, another second alone makes no other answer.
    Answer.cacheable(request, answered, answered.knownAt(moment.fixed()));
  }

  private @Nullable LocalDate first(Relationship pair, Moment moment) {
    EdtfDate first = archive.summary(pair, moment.day(), moment.knownAt()).firstOccurred();
    return first == null ? null : first.earliest();
  }
}
