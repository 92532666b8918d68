package dev.tidings.relationship;

import dev.tidings.relationship.words.Phrases;
import dev.tidings.relationship.words.WithdrawnText;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Limits;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import dev.tidings.update.PubStatus;
import dev.tidings.update.WireWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of the climate and the updates from one summary to a later one, in words. */
record WordsOfChange(Summary before, Summary after) {

  private static final List<String> NUMBERS =
      List.of(
          "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
          "Eleven", "Twelve");

  /** Of each, how many a sentence names. */
  private static final int MOST_NAMED = 4;

  Sentence nothing() {
    String when =
        before.asOf().equals(after.asOf())
            ? ""
            : String.format(
                Locale.ROOT, " between %s and %s", inWords(before.asOf()), inWords(after.asOf()));
    return new Sentence("Nothing is different" + when + ".", List.of());
  }

  /** Such as {@code From 1 May 2025 to 1 June 2025 relations cooled from mixed (0.50) to …}. */
  Optional<Sentence> climate() {
    Climate was = before.climate();
    Climate is = after.climate();
    if (was.isQuiet() && is.isQuiet()) {
      return was.updates() == is.updates() && Objects.equals(was.quietSince(), is.quietSince())
          ? Optional.empty()
          : Optional.of(new Sentence(tooLittle(was, is), weighing()));
    }
    if (score(was).equals(score(is)) && was.trend() == is.trend()) {
      return Optional.empty();
    }
    String when =
        before.asOf().equals(after.asOf())
            ? "Relations "
            : String.format(
                Locale.ROOT,
                "From %s to %s relations ",
                inWords(before.asOf()),
                inWords(after.asOf()));
    return Optional.of(new Sentence(when + course(was, is) + ".", weighing()));
  }

  private static String tooLittle(Climate was, Climate is) {
    return String.format(
        Locale.ROOT,
        "Too little is known to judge relations by: %d update%s of the last two years, before %d.",
        is.updates(),
        is.updates() == 1 ? "" : "s",
        was.updates());
  }

  /** What is listed that two states did. */
  private List<String> weighing() {
    List<CountedUpdate> recent = after.recent().isEmpty() ? before.recent() : after.recent();
    return recent.stream().filter(CountedUpdate::isBetweenStates).map(CountedUpdate::uri).toList();
  }

  private static String course(Climate was, Climate is) {
    if (was.score() == null || is.score() == null) {
      return String.format(Locale.ROOT, "went from %s to %s", temper(was), temper(is));
    }
    int turned = is.score().compareTo(was.score());
    if (turned == 0) {
      return String.format(Locale.ROOT, "stayed %s, %s", temper(is), trends(was, is));
    }
    // With time alone, what happened weighs less: that is neither warming nor cooling.
    String verb = was.updates() == is.updates() ? "went" : turned > 0 ? "warmed" : "cooled";
    String why = was.updates() == is.updates() ? ", as what happened grew older" : "";
    return was.temperature() == is.temperature()
        ? String.format(
            Locale.ROOT,
            "%s from %s to %s and stayed %s%s",
            verb,
            score(was),
            score(is),
            word(is),
            why)
        : String.format(Locale.ROOT, "%s from %s to %s%s", verb, temper(was), temper(is), why);
  }

  private static String trends(Climate was, Climate is) {
    if (was.trend() == null) {
      return "now " + word(is.trend());
    }
    return is.trend() == null
        ? "no longer " + word(was.trend())
        : String.format(Locale.ROOT, "no longer %s but %s", word(was.trend()), word(is.trend()));
  }

  private static String temper(Climate climate) {
    return climate.isQuiet()
        ? "quiet"
        : String.format(Locale.ROOT, "%s (%s)", word(climate), score(climate));
  }

  private static String word(Climate climate) {
    return word(climate.temperature());
  }

  private static String word(@Nullable WireWord word) {
    return word == null ? "" : word.word();
  }

  private static String score(Climate climate) {
    return String.valueOf(climate.score()).replace('-', '−');
  }

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

  private static String inWords(LocalDate day) {
    return EdtfDate.of(day).inWords();
  }
}
