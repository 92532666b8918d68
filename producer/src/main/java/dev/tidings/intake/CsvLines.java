package dev.tidings.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tidings.text.PlainText;
import dev.tidings.update.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CSV whose first line names the fields; an empty cell is an absent field. */
final class CsvLines implements LineReader {

  private final Clock clock;
  private @Nullable List<String> header;
  private List<CsvColumn> columns = List.of();

  CsvLines(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Outcome read(String text) {
    List<String> cells;
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
      cells = records.iterator().next().getFields();
    } catch (CsvParseException e) {
      return Outcome.Refused.because("", "no CSV; expected quotes in pairs and commas between");
    } catch (IOException e) {
      throw new UncheckedIOException("a string is always read", e);
    }
    if (header == null) {
      return header(cells);
    }
    return cells.equals(header) ? Outcome.LeftOut.HEADER : row(cells);
  }

  private Outcome header(List<String> cells) {
    header = cells;
    List<Problem> problems = new ArrayList<>();
    List<CsvColumn> named = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).strip();
      CsvColumn column = CsvColumn.named(name);
      if (column == null) {
        problems.add(
            problem(
                i,
                String.format(
                    Locale.ROOT,
                    "unknown name '%s'; expected one of %s",
                    PlainText.clip(name),
                    CsvColumn.names())));
      } else if (seen.add(name)) {
        named.add(column);
      } else {
        problems.add(
            problem(
                i, String.format(Locale.ROOT, "'%s' once more; expected each name once", name)));
      }
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    columns = List.copyOf(named);
    return Outcome.LeftOut.HEADER;
  }

  private Outcome row(List<String> cells) {
    if (columns.isEmpty()) {
      return Outcome.Refused.because("", "stands under a header that was refused");
    }
    if (cells.size() != columns.size()) {
      return Outcome.Refused.because(
          "",
          String.format(
              Locale.ROOT,
              "%d cells; expected %d, as in the header",
              cells.size(),
              columns.size()));
    }
    List<Problem> problems = new ArrayList<>();
    ObjectNode update = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i).strip();
      if (!cell.isEmpty()) {
        columns.get(i).put(cell, update, problems);
      }
    }
    Outcome outcome = JsonLines.submission(update, clock);
    if (problems.isEmpty()) {
      return outcome;
    }
    if (outcome instanceof Outcome.Refused refused) {
      problems.addAll(refused.problems());
    }
    return new Outcome.Refused(problems);
  }

  private static Problem problem(int index, String message) {
    return new Problem("column " + (index + 1), message);
  }
}
