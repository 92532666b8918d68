package dev.tidings.relationship;

import dev.tidings.relationship.FoldUnderTest.Folding;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Trend;
import dev.tidings.update.RelationshipUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for a history of which a fold says anything else than {@link NaiveFold}. */
record OracleCheck(long seed, int histories, int least, int most) {

  /** The first history on which the two differ, and in what; nothing, when there is none. */
  Optional<String> firstDifference(FoldUnderTest fold) {
    RandomHistories random = new RandomHistories(seed);
    for (int i = 0; i < histories; i++) {
      List<RelationshipUpdate> history = random.next(least, most);
      Folding folding = fold.empty();
      random.shuffledAndRepeated(history).forEach(folding::add);
      LocalDate day = random.day();
      Instant instant = random.instantIn(history);
      List<String> differences =
          new ArrayList<>(differences(history, folding.summary(day, instant)));
      if (folding.isKnown()) {
        differences.addAll(differences(history, folding.summary()));
        differences.addAll(clockDifferences(history, folding.summary()));
      }
      if (!differences.isEmpty()) {
        return Optional.of(
            "history %d of seed %d:%s%n  %s"
                .formatted(
                    i, seed, RandomHistories.shown(history), String.join("\n  ", differences)));
      }
    }
    return Optional.empty();
  }

  /** In what a summary is not as {@link NaiveFold} finds it. */
  static List<String> differences(List<RelationshipUpdate> history, Summary summary) {
    NaiveFold naive = new NaiveFold(history, summary.asOf(), summary.knownAt());
    Map<String, String> expected = naive.facts();
    Map<String, String> found = facts(summary);
    List<String> differences = new ArrayList<>();
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      String wanted = expected.getOrDefault(name, "nothing");
      String got = found.getOrDefault(name, "nothing");
      // More than ten of a kind are not listed.
      if (!wanted.equals(got)
          && !(name.startsWith("withdrawn/") && summary.withdrawn().size() == 10)) {
        differences.add(at(summary) + name + ": " + got + "; expected " + wanted);
      }
    }
    differences.addAll(climateDifferences(naive, summary));
    return differences;
  }

  /** The topic's instant: when the last of what may be known became known; its day, in UTC. */
  private static List<String> clockDifferences(List<RelationshipUpdate> history, Summary summary) {
    Instant now = Instant.MIN;
    for (RelationshipUpdate update : history) {
      now = update.versionCreated().isAfter(now) ? update.versionCreated() : now;
    }
    Instant latest = Instant.MIN;
    for (RelationshipUpdate update : history) {
      Instant embargo = update.embargoedUntil();
      Instant from = update.versionCreated();
      if (embargo != null && embargo.isAfter(from)) {
        from = embargo;
      }
      latest = from.isAfter(latest) && !from.isAfter(now) ? from : latest;
    }
    String expected = latest + ", " + latest.toString().substring(0, 10);
    String found = summary.knownAt() + ", " + summary.asOf();
    return found.equals(expected)
        ? List.of()
        : List.of("the topic's: " + found + "; expected " + expected);
  }

  private static List<String> climateDifferences(NaiveFold naive, Summary summary) {
    List<String> differences = new ArrayList<>();
    Climate climate = summary.climate();
    NaiveFold.Climate expected = naive.climate();
    different(differences, summary, "score", climate.score(), expected.score());
    different(differences, summary, "change", climate.change(), expected.change());
    different(differences, summary, "evidence", climate.evidence(), expected.evidence());
    different(differences, summary, "updates", climate.updates(), expected.updates());
    different(differences, summary, "quiet", climate.quietSince(), expected.quietSince());
    BigDecimal change = climate.change();
    if (climate.trend() != trend(change)) {
      differences.add(at(summary) + "trend: " + climate.trend() + "; of change " + change);
    }
    return differences;
  }

  private static @Nullable Trend trend(@Nullable BigDecimal change) {
    if (change == null) {
      return null;
    }
    double by = change.doubleValue();
    return by > 0.75 ? Trend.WARMING : by < -0.75 ? Trend.COOLING : Trend.STEADY;
  }

  private static void different(
      List<String> into,
      Summary summary,
      String what,
      @Nullable Object shown,
      @Nullable Object expected) {
    if (!Objects.equals(shown, expected)) {
      into.add(at(summary) + what + ": " + shown + "; expected " + expected);
    }
  }

  private static String at(Summary summary) {
    return "as of " + summary.asOf() + ", known at " + summary.knownAt() + ": ";
  }

  private static Map<String, String> facts(Summary summary) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("revision", "" + summary.revision());
    summary.counts().forEach((kind, n) -> facts.put("counts/" + kind.word(), "" + n));
    summary
        .latest()
        .forEach(
            (kind, last) -> facts.put("latest/" + kind.word(), last.uri() + "#" + last.version()));
    int i = 0;
    for (CountedUpdate update : summary.recent()) {
      facts.put(
          "recent/" + i++,
          "%s#%d %s %s of %s, sources %d%s"
              .formatted(
                  update.uri(),
                  update.version(),
                  update.mode(),
                  update.headline(),
                  update.versionCreated(),
                  update.corroboration(),
                  update.contested() ? ", contested" : ""));
    }
    if (summary.firstOccurred() != null) {
      facts.put("firstOccurred", summary.firstOccurred().toString());
    }
    if (summary.lastOccurred() != null) {
      facts.put("lastOccurred", summary.lastOccurred().toString());
    }
    Set<StandingThread> threads = new HashSet<>(summary.inForce());
    threads.addAll(summary.ended());
    for (StandingThread thread : threads) {
      String until = thread.until() == null ? "" : " until " + thread.until();
      facts.put(
          "thread/" + thread.thread(), thread.state().word() + " since " + thread.since() + until);
    }
    for (Claim claim : summary.claims()) {
      StringBuilder answers = new StringBuilder(claim.status().word());
      claim
          .responses()
          .forEach(
              a ->
                  answers
                      .append(", ")
                      .append(a.position().word())
                      .append(a.by() == null ? "" : " by " + a.update()));
      facts.put("claims/" + claim.uri(), answers.toString());
    }
    summary
        .withdrawn()
        .forEach(w -> facts.put("withdrawn/" + w.uri(), w.version() + " " + w.pubStatus().word()));
    return facts;
  }
}
