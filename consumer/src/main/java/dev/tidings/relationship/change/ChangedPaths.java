package dev.tidings.relationship.change;

import dev.tidings.notification.Notification.Change;
import dev.tidings.summary.StandingThread;
import dev.tidings.update.WireWord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two summaries of a relationship, ordered by path: the {@code changes}
 * of a notification, a preview and a difference.
 */
public final class ChangedPaths {

  private ChangedPaths() {}

  public static List<Change> between(@Nullable ComparedParts before, ComparedParts after) {
    return compare(facts(before, after, true), facts(after, before, true));
  }

  /** The same, but of what was there before only what has no text of any update. */
  public static List<Change> withoutFormerText(
      @Nullable ComparedParts before, ComparedParts after) {
    SortedMap<String, String> former = facts(before, after, false);
    SortedMap<String, String> now = facts(after, before, true);
    SortedMap<String, String> nowWithoutText = facts(after, before, false);
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

  /**
   * What a summary says, by path: all but what another says too, as far as that is seen at once.
   */
  private static SortedMap<String, String> facts(
      @Nullable ComparedParts of, @Nullable ComparedParts other, boolean withText) {
    SortedMap<String, String> facts = new TreeMap<>();
    if (of == null) {
      return facts;
    }
    facts.put("headline", of.headline());
    if (other == null || !Objects.equals(other.climate(), of.climate())) {
      put(facts, "climate/score", of.climate().score());
      put(facts, "climate/trend", of.climate().trend());
      LocalDate quietSince = of.climate().quietSince();
      if (quietSince != null) {
        facts.put("climate/quietSince", quietSince.toString());
      }
    }
    if (other == null || other.inForce() != of.inForce()) {
      of.inForce().forEach(thread -> put(facts, "inForce/", thread, withText));
    }
    if (other == null || other.ended() != of.ended()) {
      of.ended().forEach(thread -> put(facts, "ended/", thread, withText));
    }
    if (other == null || other.claims() != of.claims()) {
      of.claims().forEach(claim -> facts.put("claims/" + claim.uri(), claim.status().word()));
    }
    of.latest()
        .forEach(
            (kind, update) -> {
              if (other == null || !Objects.equals(other.latest().get(kind), update)) {
                facts.put("latest/" + kind.word(), update.uri() + "#" + update.version());
              }
            });
    of.counts()
        .forEach(
            (kind, number) -> {
              if (other == null || !number.equals(other.counts().get(kind))) {
                facts.put("counts/" + kind.word(), number.toString());
              }
            });
    if (other == null || other.withdrawn() != of.withdrawn()) {
      of.withdrawn().forEach(it -> facts.put("withdrawn/" + it.uri(), it.pubStatus().word()));
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
