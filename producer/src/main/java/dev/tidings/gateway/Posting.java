package dev.tidings.gateway;

import dev.tidings.gateway.Outcome.Published;
import dev.tidings.gateway.Outcome.Refused;
import dev.tidings.http.Publisher;
import dev.tidings.http.Refusal;
import dev.tidings.update.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Publishes what one request hands in: all of it or nothing, or all of it that is good. */
final class Posting {

  /** How many problems are told one by one. */
  private static final int MOST_PROBLEMS = 1_000;

  private final Index index;
  private final Sender sender;
  private final Meters meters;

  Posting(Index index, Sender sender, Meters meters) {
    this.index = index;
    this.sender = sender;
    this.meters = meters;
  }

  /** Whether what may be published is decided by what others have published just before. */
  boolean dependsOnTheTopics(List<Item> items, Publisher by) {
    Rights rights = new Rights(by, index);
    return items.stream()
        .flatMap(item -> item.updates().stream())
        .anyMatch(rights::dependsOnTheTopics);
  }

  /**
   * Publishes.
   *
   * @param partial whether good submissions are published beside bad ones
   * @throws Refusal with all problems of all submissions, when nothing is published
   * @throws Unpublished when Kafka fails
   */
  Outcome publish(List<Item> read, boolean partial, Publisher by, @Nullable Key key) {
    List<Item> items = read.stream().map(item -> item.by(by, index)).toList();
    List<Item> bad = items.stream().filter(item -> !item.isGood()).toList();
    if (bad.size() == items.size() || (!partial && !bad.isEmpty())) {
      meters.refused(bad.size());
      throw refusal(bad);
    }
    Records records = new Records(Index.source(by), key);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).isGood()) {
        records.add(i, items.get(i).updates());
      }
    }
    meters.refused(bad.size());
    List<RecordMetadata> sent =
        meters.timed(records.updates(), () -> sender.send(records.records()));
    return new Outcome(
        records.published(sent), partial ? bad.stream().map(Posting::refused).toList() : null);
  }

  /** The same answer again, to the same request. */
  static Outcome again(SortedMap<Integer, Published> published, List<Item> items, boolean partial) {
    Map<Integer, Refused> refused = new TreeMap<>();
    for (int i = 0; partial && i < items.size(); i++) {
      if (!published.containsKey(i)) {
        refused.put(i, refused(items.get(i)));
      }
    }
    return new Outcome(
        List.copyOf(published.values()), partial ? List.copyOf(refused.values()) : null);
  }

  /** What was refused at first may be good by now; it is not published under the same key. */
  private static Refused refused(Item item) {
    return item.isGood()
        ? new Refused(
            item.at(), 409, List.of(new Problem(item.at(), "was refused; expected a new key")))
        : new Refused(item.at(), item.status(), item.problems());
  }

  private static Refusal refusal(List<Item> bad) {
    int status = bad.get(0).status();
    if (bad.stream().anyMatch(item -> item.status() != status)) {
      return refusal(422, bad);
    }
    return refusal(status, bad);
  }

  private static Refusal refusal(int status, List<Item> bad) {
    List<Problem> problems = new ArrayList<>();
    for (Item item : bad) {
      problems.addAll(item.problems());
    }
    if (problems.size() > MOST_PROBLEMS) {
      int more = problems.size() - MOST_PROBLEMS;
      problems.subList(MOST_PROBLEMS, problems.size()).clear();
      problems.add(new Problem("", String.format(Locale.ROOT, "and %d more problems", more)));
    }
    String title =
        switch (status) {
          case 400 -> "Bad request";
          case 403 -> "Forbidden";
          case 413 -> "Content too large";
          default -> "Unprocessable content";
        };
    return Refusal.all(status, title, problems);
  }
}
