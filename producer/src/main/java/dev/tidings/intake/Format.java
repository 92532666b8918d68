package dev.tidings.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways in which a source writes its lines. */
public enum Format {
  /** One JSON update a line. */
  JSONL("jsonl"),
  /** RFC 4180, comma separated, with a header that names the fields. */
  CSV("csv"),
  /** GDELT event exports of 57, 58 or 61 tab-separated columns, without a header. */
  GDELT("gdelt"),
  /** ICEWS, 20 tab-separated columns with a header. */
  ICEWS("icews"),
  /** Date, source, relation and target, tab separated; a fifth column is not read. */
  QUADS("quads");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** The format's name on the command line. */
  public String word() {
    return word;
  }

  /** The format of this name; {@link IllegalArgumentException} names the ones there are. */
  public static Format parse(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT, "unknown format '%s'; expected one of %s", word, words())));
  }

  /** The format that a file's name tells, such as {@code a.csv} or {@code a.ndjson.gz}. */
  public static Optional<Format> guess(String fileName) {
    String plain = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
      return Optional.of(JSONL);
    }
    // GDELT's files are called .export.CSV and are tab separated.
    return plain.endsWith(".csv") && !plain.endsWith(".export.csv")
        ? Optional.of(CSV)
        : Optional.empty();
  }

  /** All names, for a message. */
  public static String words() {
    return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return word;
  }
}
