package dev.tidings.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of every line that was read. The numbers add up, or there is no account.
 *
 * @param name the input's; of several inputs how many
 * @param lines read, less headers and blank lines
 * @param published acknowledged by Kafka; in a strict run that found a refused line, none
 * @param records that the published lines became: of a multilateral line one for each pair
 * @param duplicates of an earlier line of the same run
 * @param domestic both sides are the same country
 * @param noParty one side or both give no country and no organisation
 * @param noMeaning the code says nothing about two countries
 * @param refused broken
 * @param notPublished good, but not acknowledged: held back by a strict run, or under way when it
 *     failed, so that Kafka may have them
 * @param headers and blank lines, which count as no lines
 * @param emptyCells that belong to no column, and were ignored
 * @param why why the run ended before the input did, one line; null if it did not
 */
public record Account(
    String name,
    long lines,
    long published,
    long records,
    long duplicates,
    long domestic,
    long noParty,
    long noMeaning,
    long refused,
    long notPublished,
    long headers,
    long blanks,
    long emptyCells,
    @Nullable String why) {

  public Account {
    long sum = published + duplicates + domestic + noParty + noMeaning + refused + notPublished;
    if (sum != lines) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%s: %d lines read, %d accounted for", name, lines, sum));
    }
  }

  /** Why the run ended before the input did, one line. */
  public Optional<String> failure() {
    return Optional.ofNullable(why);
  }

  /** Whether every line was read, none was refused and all that should be published is. */
  public boolean isClean() {
    return why == null && refused == 0 && notPublished == 0;
  }

  /** A small table of at most 80 columns, with a line end after each line. */
  public String inWords() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(Locale.ROOT, "%s: %s%s%n", shortName(), count(lines, "line"), besides()));
    row(table, published, "published" + asRecords(), true);
    row(table, duplicates, "duplicates of earlier lines", false);
    row(table, domestic, "domestic: the same country on both sides", false);
    row(table, noParty, "with no country or organisation on a side", false);
    row(table, noMeaning, "with a code that has no meaning between countries", false);
    row(table, notPublished, "good, but not acknowledged", false);
    row(table, refused, "refused", true);
    return table.toString();
  }

  private static void row(StringBuilder table, long number, String what, boolean always) {
    if (always || number > 0) {
      table.append(String.format(Locale.ROOT, "%,12d  %s%n", number, what));
    }
  }

  private String asRecords() {
    return records == published ? "" : ", as " + count(records, "record");
  }

  private String besides() {
    List<String> ignored = new ArrayList<>();
    if (headers > 0) {
      ignored.add(count(headers, "header"));
    }
    if (blanks > 0) {
      ignored.add(count(blanks, "blank line"));
    }
    if (emptyCells > 0) {
      ignored.add(count(emptyCells, "empty cell") + " in no column");
    }
    if (ignored.isEmpty()) {
      return "";
    }
    String last = ignored.remove(ignored.size() - 1);
    String others = String.join(", ", ignored);
    return ", besides " + (others.isEmpty() ? last : others + " and " + last);
  }

  private String shortName() {
    return name.length() <= 40 ? name : "..." + name.substring(name.length() - 37);
  }

  private static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
