package dev.tidings.intake;

import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows as sources write them, and what intake makes of them at noon of 1 June 2024. */
final class Lines {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);

  private Lines() {}

  static List<InputLine> read(Format format, String text) {
    return read(format, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<InputLine> read(Format format, byte[] bytes) {
    return read(format, new ByteArrayInputStream(bytes));
  }

  static List<InputLine> read(Format format, InputStream in) {
    try {
      Intake intake = Intake.of(Input.unpacked(in), format, CLOCK);
      List<InputLine> lines = new ArrayList<>();
      for (InputLine line = intake.next(); line != null; line = intake.next()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All updates of these lines. */
  static List<RelationshipUpdate> updates(List<InputLine> lines) {
    return lines.stream()
        .map(InputLine::outcome)
        .filter(Outcome.Accepted.class::isInstance)
        .flatMap(outcome -> ((Outcome.Accepted) outcome).updates().stream())
        .toList();
  }

  /** The only update of one line. */
  static RelationshipUpdate update(Format format, String line) {
    List<InputLine> lines = read(format, line);
    List<RelationshipUpdate> updates = updates(lines);
    if (updates.size() != 1) {
      throw new AssertionError("no single update: " + lines);
    }
    return updates.get(0);
  }

  /** What the only line turned out to be. */
  static Outcome outcome(Format format, String line) {
    return read(format, line).get(0).outcome();
  }

  /** The problems of the only line, each as a message shows it. */
  static List<String> problems(Format format, String line) {
    return problems(outcome(format, line));
  }

  static List<String> problems(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
        ? refused.problems().stream().map(Problem::toString).toList()
        : List.of("not refused: " + outcome);
  }

  static String quad(String day, String source, String relation, String target) {
    return String.join("\t", day, source, relation, target);
  }

  /** Raw ICEWS, with what is looked at filled in. */
  static String icews(
      String day, String source, String sourceCountry, String code, String text, String... target) {
    String[] cells = filled(20);
    cells[0] = "32889836";
    cells[1] = day;
    cells[2] = source;
    cells[4] = sourceCountry;
    cells[5] = text;
    cells[6] = code;
    cells[8] = target[0];
    cells[10] = target[1];
    return String.join("\t", cells);
  }

  /** A GDELT row, with the columns that come last filled in. */
  static String gdelt(String day, String source, String code, String target, String... last) {
    int columns = last.length == 1 ? 57 : last[0].length() == 8 ? 58 : 61;
    String[] cells = filled(columns);
    cells[0] = "719024875";
    cells[1] = day;
    cells[5] = source;
    cells[7] = source;
    cells[15] = target;
    cells[17] = target;
    cells[26] = code;
    System.arraycopy(last, 0, cells, columns - last.length, last.length);
    return String.join("\t", cells);
  }

  static String[] filled(int columns) {
    String[] cells = new String[columns];
    Arrays.fill(cells, "");
    return cells;
  }
}
