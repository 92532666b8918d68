package dev.tidings.gateway;

import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.http.Publisher;
import dev.tidings.http.Refusal;
import dev.tidings.http.Senders;
import dev.tidings.http.UpdatePath;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.update.Kind;
import dev.tidings.update.Problem;
import dev.tidings.update.UpdateId;
import dev.tidings.wire.KafkaUnusable;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /publisher}: who sends the request, what it may publish, and what it has published.
 */
final class Publishers {

  /** What stands before a uri in a path. */
  static final String UPDATES = "/publisher/updates/";

  private static final int MOST = 500;
  private static final int IF_ABSENT = 50;

  /**
   * Who it is, and what it may publish.
   *
   * @param threads the families of those that it may move; empty, all
   */
  private record Known(String name, List<Party> parties, List<Kind> kinds, List<String> threads) {}

  private record Page(List<Own> updates, @Nullable String next) {}

  private final Senders senders;
  private final Following following;
  private final Index index;

  Publishers(Senders senders, Following following, Index index) {
    this.senders = senders;
    this.following = following;
    this.index = index;
  }

  void publisher(Context request) {
    Publisher by = senders.publisher(request);
    Parameters.of(request).check();
    Answer.json(
        request,
        200,
        new Known(
            by.name(),
            by.parties().stream().sorted().toList(),
            by.kinds().stream().sorted().toList(),
            List.copyOf(by.threads())));
  }

  void updates(Context request) {
    Publisher by = senders.publisher(request);
    Parameters asked = Parameters.of(request);
    Relationship pair = asked.one("pair", Relationship::parse);
    int limit = (int) asked.whole("limit", IF_ABSENT, 1, MOST);
    String after = asked.one("after", Publishers::uri);
    asked.check();
    withKafka(following::catchUpAsFarAsPossible);
    if (after != null && index.of(after).isEmpty()) {
      throw Refusal.badRequest(
          List.of(
              new Problem("after", "no update has this uri; expected the next of a page of this")));
    }
    List<Own> found = index.own(by, pair, after, limit + 1);
    List<Own> page = found.stream().limit(limit).toList();
    Answer.json(
        request, 200, new Page(page, found.size() > limit ? page.get(limit - 1).uri() : null));
  }

  void update(Context request) {
    Publisher by = senders.publisher(request);
    Parameters.of(request).check();
    UpdatePath path = UpdatePath.of(request, UPDATES);
    withKafka(() -> following.catchUp(index.of(path.in(known -> index.of(known).isPresent()))));
    String uri = path.in(known -> index.of(known).isPresent());
    Answer.json(request, 200, Own.of(uri, index.standFor(uri, by)));
  }

  /** Whoever has just published, through whichever gateway, finds it. */
  private void withKafka(Runnable catchUp) {
    following.checkStarted();
    try {
      catchUp.run();
    } catch (KafkaUnusable e) {
      throw Refusal.unavailable(List.of(new Problem("", String.valueOf(e.getMessage()))));
    }
  }

  private static String uri(String text) {
    return new UpdateId(text, 1).uri();
  }
}
