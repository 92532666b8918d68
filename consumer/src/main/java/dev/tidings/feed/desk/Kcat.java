package dev.tidings.feed.desk;

import dev.tidings.feed.Filter;
import dev.tidings.update.WireWord;
import dev.tidings.wire.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A filter for whoever reads the topic with {@code kcat}: a command line whose {@code jq} lets the
 * same entries through, a correction or kill of what was let through among them.
 */
final class Kcat {

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
    return all;
  }

  private static void add(List<String> conditions, Collection<?> values, String condition) {
    if (!values.isEmpty()) {
      String in =
          values.stream()
              .map(value -> value instanceof WireWord word ? word.word() : value.toString())
              .sorted()
              .map(word -> "\"" + word + "\"")
              .collect(Collectors.joining(", ", "IN(", ")"));
      conditions.add(String.format(Locale.ROOT, condition, in));
    }
  }
}
