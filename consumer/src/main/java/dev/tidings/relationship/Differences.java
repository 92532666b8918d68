package dev.tidings.relationship;

import dev.tidings.notification.Notification.Change;
import dev.tidings.summary.Claim;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.WireWord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is different between two summaries of a relationship, ordered by path. */
final class Differences {

  private Differences() {}

  static List<Change> between(@Nullable Summary before, Summary after) {
    return compare(before == null ? new TreeMap<>() : facts(before, true), facts(after, true));
  }

  /** The same, but of what was there before only what has no text of any update. */
  static List<Change> withoutFormerText(@Nullable Summary before, Summary after) {
    SortedMap<String, String> former = before == null ? new TreeMap<>() : facts(before, false);
    SortedMap<String, String> now = facts(after, true);
    SortedMap<String, String> nowWithoutText = facts(after, false);
    List<Change> changes = new ArrayList<>();
    for (Change change : compare(former, nowWithoutText)) {
      changes.add(new Change(change.path(), change.before(), now.get(change.path())));
    }
    return changes;
  }

  private static List<Change> compare(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedMap<String, Change> changes = new TreeMap<>();
    after.forEach(
        (path, value) -> {
          String was = before.get(path);
          if (!value.equals(was)) {
            changes.put(path, new Change(path, was, value));
          }
        });
    before.forEach(
        (path, value) -> {
          if (!after.containsKey(path)) {
            changes.put(path, new Change(path, value, null));
          }
        });
    return List.copyOf(changes.values());
  }

  private static SortedMap<String, String> facts(Summary summary, boolean withText) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("headline", summary.headline());
    put(facts, "climate/score", summary.climate().score());
    put(facts, "climate/trend", summary.climate().trend());
    LocalDate quietSince = summary.climate().quietSince();
    if (quietSince != null) {
      facts.put("climate/quietSince", quietSince.toString());
    }
    summary.inForce().forEach(thread -> put(facts, "inForce/", thread, withText));
    summary.ended().forEach(thread -> put(facts, "ended/", thread, withText));
    for (Claim claim : summary.claims()) {
      facts.put("claims/" + claim.uri(), claim.status().word());
    }
    for (Map.Entry<?, CountedUpdate> latest : summary.latest().entrySet()) {
      CountedUpdate update = latest.getValue();
      facts.put("latest/" + update.kind().word(), update.uri() + "#" + update.version());
    }
    summary.counts().forEach((kind, n) -> facts.put("counts/" + kind.word(), n.toString()));
    for (Withdrawal withdrawal : summary.withdrawn()) {
      facts.put("withdrawn/" + withdrawal.uri(), withdrawal.pubStatus().word());
    }
    return facts;
  }

  private static void put(
      SortedMap<String, String> facts, String path, @Nullable BigDecimal score) {
    if (score != null) {
      facts.put(path, score.toPlainString());
    }
  }

  private static void put(SortedMap<String, String> facts, String path, @Nullable WireWord word) {
    if (word != null) {
      facts.put(path, word.word());
    }
  }

  private static void put(
      SortedMap<String, String> facts, String path, StandingThread thread, boolean withText) {
    String terms = withText && thread.terms() != null ? ": " + thread.terms() : "";
    facts.put(path + thread.thread(), thread.state().word() + " since " + thread.since() + terms);
  }
}
