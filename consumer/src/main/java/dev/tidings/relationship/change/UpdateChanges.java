package dev.tidings.relationship.change;

import dev.tidings.relationship.words.Phrases;
import dev.tidings.relationship.words.WithdrawnText;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Limits;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Kind;
import dev.tidings.update.PubStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which updates came, went or were corrected from one summary to a later one, in words. */
record UpdateChanges(Summary before, Summary after) {

  private static final List<String> NUMBERS =
      List.of(
          "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
          "Eleven", "Twelve");

  /** Of each, how many a sentence names. */
  private static final int MOST_NAMED = 4;

  /** Such as {@code Three updates: 2 visits, 1 statement.} */
  List<Sentence> counts() {
    SortedMap<Kind, Integer> more = new TreeMap<>();
    SortedMap<Kind, Integer> fewer = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      int n = after.counts().getOrDefault(kind, 0) - before.counts().getOrDefault(kind, 0);
      if (n != 0) {
        (n > 0 ? more : fewer).put(kind, Math.abs(n));
      }
    }
    List<Sentence> counts = new ArrayList<>();
    if (!more.isEmpty()) {
      counts.add(new Sentence(counted(more, "") + ".", listedOnlyIn(after, before)));
    }
    if (!fewer.isEmpty()) {
      counts.add(new Sentence(counted(fewer, " fewer") + ".", listedOnlyIn(before, after)));
    }
    return counts;
  }

  private static String counted(SortedMap<Kind, Integer> counts, String than) {
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    return (sum < NUMBERS.size() ? NUMBERS.get(sum) : "" + sum)
        + (sum == 1 ? " update" : " updates")
        + than
        + ": "
        + counts.entrySet().stream()
            .map(count -> count.getValue() + " " + noun(count.getKey(), count.getValue() == 1))
            .collect(Collectors.joining(", "));
  }

  private static String noun(Kind kind, boolean isOne) {
    return switch (kind) {
      case VISIT -> isOne ? "visit" : "visits";
      case BORDER -> "on the border";
      case AGREEMENT -> isOne ? "agreement" : "agreements";
      case DIPLOMACY -> "on diplomatic ties";
      case COOPERATION -> "on cooperation";
      case STATEMENT -> isOne ? "statement" : "statements";
      case SANCTION -> "on sanctions";
      case INCIDENT -> isOne ? "incident" : "incidents";
    };
  }

  private static List<String> listedOnlyIn(Summary one, Summary other) {
    Map<String, CountedUpdate> there = listed(other);
    return listed(one).keySet().stream().filter(uri -> !there.containsKey(uri)).toList();
  }

  /** What was corrected, killed or withheld: of that, two summaries of other days know the same. */
  List<Sentence> editions() {
    List<Sentence> editions = new ArrayList<>();
    Map<String, CountedUpdate> earlier = listed(before);
    listed(after).values().stream()
        .filter(
            update ->
                Optional.ofNullable(earlier.get(update.uri()))
                    .filter(was -> was.version() < update.version())
                    .isPresent())
        .filter(update -> !WithdrawnText.isHidden(update.headline()))
        .limit(MOST_NAMED)
        .map(
            update ->
                new Sentence(
                    "Corrected: " + Phrases.unstopped(update.headline()) + ".",
                    List.of(update.uri())))
        .forEach(editions::add);
    for (PubStatus status : List.of(PubStatus.CANCELED, PubStatus.WITHHELD)) {
      List<String> uris =
          after.withdrawn().stream()
              .filter(withdrawal -> withdrawal.pubStatus() == status)
              .filter(this::isNew)
              .map(Withdrawal::uri)
              .toList();
      if (!uris.isEmpty()) {
        editions.add(new Sentence(withdrawn(status, uris.size()), uris));
      }
    }
    return editions;
  }

  /** One that comes back into a full list is not new. */
  private boolean isNew(Withdrawal withdrawal) {
    List<Withdrawal> there = before.withdrawn();
    return !there.contains(withdrawal)
        && (there.size() < Limits.MOST_LISTED
            || withdrawal.versionCreated().isAfter(there.get(there.size() - 1).versionCreated()));
  }

  private static String withdrawn(PubStatus status, int n) {
    return String.format(
        Locale.ROOT,
        "%s: %s.",
        status == PubStatus.CANCELED ? "Withdrawn" : "Withheld for now",
        n == 1 ? "an update" : n + " updates");
  }

  private static Map<String, CountedUpdate> listed(Summary summary) {
    Map<String, CountedUpdate> listed = new LinkedHashMap<>();
    Stream.concat(summary.recent().stream(), summary.latest().values().stream())
        .forEach(update -> listed.putIfAbsent(update.uri(), update));
    return listed;
  }
}
