package dev.tidings.intake;

import dev.tidings.text.PlainText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The names of coded rows that no table knows, with how often each stood in a row: those that gave
 * no party, and those before a country in brackets that gave no sector.
 *
 * <p>Of each kind the first 100,000 different names are counted. Several threads may count; nobody
 * may ask before they are done.
 */
public final class UnknownNames {

  private static final int MOST = 100_000;
  private static final int SHOWN = 8;
  private static final int LENGTH = 60;

  private static final String HEADER =
      """
      # Names that no table knows. To make one known, fill in its party and its sector, take
      # the # before it away and give this file to --names. A party of - means: whatever
      # country stands behind the name in brackets.
      # name\tparty\tsector\tfrom\tuntil\thow often
      """;

  private final Map<String, Long> parties = new HashMap<>();
  private final Map<String, Long> sectors = new HashMap<>();

  synchronized void party(String name) {
    count(parties, name, 1);
  }

  synchronized void sector(String beforeBrackets) {
    count(sectors, beforeBrackets, 1);
  }

  /** Counts those as well. */
  public void add(UnknownNames others) {
    others.parties.forEach((name, often) -> count(parties, name, often));
    others.sectors.forEach((name, often) -> count(sectors, name, often));
  }

  public boolean isEmpty() {
    return parties.isEmpty() && sectors.isEmpty();
  }

  /** The most frequent ones, in lines of at most 80 columns; empty if there are none. */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    append(words, parties, "without a party");
    append(words, sectors, "before a country without a sector, counted as not the state");
    return words.toString();
  }

  /** Writes all of them to a file that is begun anew, as a draft of a {@link NameTable}. */
  public void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (Map.Entry<String, Long> name : byFrequency(parties).toList()) {
        out.write(draft(name, "?"));
      }
      for (Map.Entry<String, Long> name : byFrequency(sectors).toList()) {
        out.write(draft(name, "-"));
      }
    }
  }

  private static void count(Map<String, Long> names, String name, long often) {
    if (!name.isBlank() && (names.size() < MOST || names.containsKey(name))) {
      names.merge(name, often, Long::sum);
    }
  }

  private static void append(StringBuilder words, Map<String, Long> names, String which) {
    if (names.isEmpty()) {
      return;
    }
    words.append(
        String.format(
            Locale.ROOT, "%,d name%s %s:%n", names.size(), names.size() == 1 ? "" : "s", which));
    byFrequency(names)
        .limit(SHOWN)
        .forEach(
            name ->
                words.append(
                    String.format(
                        Locale.ROOT,
                        "%,12d  %s%n",
                        name.getValue(),
                        PlainText.clip(name.getKey(), LENGTH))));
    if (names.size() > SHOWN) {
      words.append(String.format(Locale.ROOT, "%14sand %,d more%n", "", names.size() - SHOWN));
    }
  }

  private static String draft(Map.Entry<String, Long> name, String party) {
    return String.format(
        Locale.ROOT, "#%s\t%s\t?\t\t\t%d%n", name.getKey(), party, name.getValue());
  }

  private static Stream<Map.Entry<String, Long>> byFrequency(Map<String, Long> names) {
    return List.copyOf(names.entrySet()).stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
  }
}
