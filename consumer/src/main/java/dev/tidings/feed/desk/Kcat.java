package dev.tidings.feed.desk;

import dev.tidings.feed.Capacity;
import dev.tidings.feed.Filter;
import dev.tidings.update.KnownSector;
import dev.tidings.update.WireWord;
import dev.tidings.wire.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A filter for whoever reads the topic with {@code kcat}: a command line whose {@code jq} lets the
 * same entries through, a correction or kill of what was let through among them.
 */
final class Kcat {

  /** A side without a sector is its state's government, as for {@link Capacity}. */
  private static final String SECTORS =
      "([.update.actorSector, .update.counterpartSector] | map(. // \"GOV\") | %s)";

  private static final String NO_SECTORS =
      "([.update.actorSector, .update.counterpartSector] | map(. // \"GOV\") | (%s) | not)";

  private static final List<KnownSector> OF_THE_STATE =
      Arrays.stream(KnownSector.values()).filter(KnownSector::actsForState).toList();

  private Kcat() {}

  static String line(String kafka, Filter filter) {
    String read =
        String.format(
            Locale.ROOT,
            "kcat -C -q -u -o beginning -X isolation.level=read_committed -b %s -t %s",
            kafka,
            Topic.NOTIFICATIONS.topicName());
    List<String> conditions = conditions(filter);
    if (conditions.isEmpty()) {
      return read;
    }
    return read
        + " | jq -cn --unbuffered 'foreach inputs as $n ({};"
        + " ($n | "
        + String.join(" and ", conditions)
        + ") as $wanted"
        + " | ($n.relationship + \" \" + $n.update.uri) as $about"
        + " | .show = ($wanted or (.told[$about] and ($n.reason"
        + " | IN(\"correction\", \"kill\", \"withheld\", \"conflict\"))))"
        + " | .told[$about] = (.told[$about] or $wanted);"
        + " if .show then $n else empty end)'";
  }

  private static List<String> conditions(Filter filter) {
    List<String> all = new ArrayList<>();
    add(all, filter.parties(), "(.relationship | split(\"-\") | any(%s))");
    add(all, filter.pairs(), "(.relationship | %s)");
    add(all, filter.kinds(), "(.update.kind | %s)");
    add(all, filter.reasons(), "(.reason | %s)");
    add(all, filter.standings(), "(.update.standing | %s)");
    addSectors(all, filter.sectors(), SECTORS);
    add(all, filter.concerning(), "(.update.concerning // [] | any(%s))");
    if (filter.minUrgency() < 9) {
      all.add(String.format(Locale.ROOT, "(.urgency <= %d)", filter.minUrgency()));
    }
    if (!filter.background()) {
      all.add("(.urgency < 9)");
    }
    add(all, filter.mute().parties(), "(.relationship | split(\"-\") | all(%s) | not)");
    add(all, filter.mute().pairs(), "(.relationship | %s | not)");
    add(all, filter.mute().kinds(), "(.update.kind | %s | not)");
    addSectors(all, filter.mute().sectors(), NO_SECTORS);
    return all;
  }

  private static void add(List<String> conditions, Collection<?> values, String condition) {
    if (!values.isEmpty()) {
      conditions.add(String.format(Locale.ROOT, condition, in(values)));
    }
  }

  private static void addSectors(List<String> conditions, Set<Capacity> asked, String condition) {
    List<String> either = new ArrayList<>();
    if (asked.contains(Capacity.STATE)) {
      either.add("all(" + in(OF_THE_STATE) + ")");
    }
    List<Capacity> named = asked.stream().filter(one -> !one.equals(Capacity.STATE)).toList();
    if (!named.isEmpty()) {
      either.add("any(" + in(named) + ")");
    }
    if (!either.isEmpty()) {
      conditions.add(String.format(Locale.ROOT, condition, String.join(" or ", either)));
    }
  }

  private static String in(Collection<?> values) {
    return values.stream()
        .map(value -> value instanceof WireWord word ? word.word() : value.toString())
        .sorted()
        .map(word -> "\"" + word + "\"")
        .collect(Collectors.joining(", ", "IN(", ")"));
  }
}
