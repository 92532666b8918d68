package dev.tidings.gateway;

import dev.tidings.gateway.Outcome.Published;
import dev.tidings.http.Publisher;
import dev.tidings.http.Refusal;
import dev.tidings.http.UpdatePath;
import dev.tidings.update.RelationshipUpdate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Publishes the next version of an update, one after another over all gateways. */
record NextVersions(
    Following following,
    Index index,
    Keys keys,
    Turns turns,
    Contents contents,
    Meters meters,
    Clock clock) {

  /** What was published now, or what was when the request came first. */
  record Result(Published published, boolean isReplayed) {}

  /** What was decided within a turn: records to send, or an answer that was given already. */
  private record Decision(@Nullable Records records, @Nullable Published already) {}

  /**
   * Publishes.
   *
   * @param given the request's key, if it has one
   * @param decide what the next version is
   * @throws Refusal 404 when there is no such update, 403 when it is somebody else's
   * @throws Unpublished when Kafka fails
   */
  Result publish(
      UpdatePath path,
      Publisher by,
      @Nullable Key given,
      Function<NextVersion, List<RelationshipUpdate>> decide) {
    following.catchUp(index.of(path.in(known -> index.of(known).isPresent())));
    String uri = path.in(known -> index.of(known).isPresent());
    // A key of our own shows, in the next turn, whether what was sent in this one was committed.
    Key key = given == null ? Key.random() : given;
    if (keys.published(key).isEmpty()) {
      index.standFor(uri, by);
    }
    AtomicReference<Decision> decided = new AtomicReference<>(new Decision(null, null));
    long start = System.nanoTime();
    List<RecordMetadata> sent =
        turns.publish(
            uri,
            () -> {
              Decision now = decision(uri, by, key, decide);
              decided.set(now);
              return now.records() == null ? List.of() : now.records().records();
            });
    Decision decision = Objects.requireNonNull(decided.get());
    Records records = decision.records();
    Published already = decision.already();
    if (already != null) {
      return new Result(already, given != null);
    }
    if (records == null) {
      throw new IllegalStateException("nothing was decided");
    }
    meters.published(records.updates(), Duration.ofNanos(System.nanoTime() - start));
    return new Result(records.published(sent).get(0), false);
  }

  private Decision decision(
      String uri, Publisher by, Key key, Function<NextVersion, List<RelationshipUpdate>> decide) {
    following.catchUp(index.of(uri));
    Optional<SortedMap<Integer, Published>> already = keys.published(key);
    if (already.isPresent() && !already.get().isEmpty()) {
      return new Decision(null, already.get().get(already.get().firstKey()));
    }
    NextVersion next =
        new NextVersion(
            uri, index.standFor(uri, by), new Rights(by, index), contents, clock.instant());
    Records records = new Records(Index.source(by), key);
    records.add(0, decide.apply(next));
    return new Decision(records, null);
  }
}
