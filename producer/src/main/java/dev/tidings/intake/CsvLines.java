package dev.tidings.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tidings.text.Invisible;
import dev.tidings.text.PlainText;
import dev.tidings.update.Problem;
import dev.tidings.wire.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * CSV whose first line names the fields; an empty cell is an absent field. A column without a name
 * must be empty, and a row of empty cells is a blank line.
 */
final class CsvLines implements LineReader {

  private @Nullable List<String> header;
  private List<Optional<CsvColumn>> columns = List.of();
  private final LongAdder ignored = new LongAdder();

  @Override
  public Outcome read(String text, Instant receivedAt) {
    List<String> cells;
    boolean isOneRow;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> records = reader.iterator();
      cells = records.next().getFields();
      isOneRow = !records.hasNext();
    } catch (CsvParseException e) {
      return Outcome.Refused.because("", "no CSV; expected quotes in pairs and commas between");
    } catch (IOException e) {
      throw new UncheckedIOException("a string is always read", e);
    }
    if (isOneRow && cells.stream().allMatch(Invisible::isAll)) {
      return Outcome.LeftOut.BLANK;
    }
    boolean isFirst = header == null;
    if (isFirst) {
      header = names(cells);
    }
    if (!isOneRow) {
      return severalRows(cells);
    }
    if (isFirst) {
      return header(names(cells));
    }
    return names(cells).equals(header) ? Outcome.LeftOut.HEADER : row(cells, receivedAt);
  }

  @Override
  public long emptyCells() {
    return ignored.sum();
  }

  @Override
  public boolean isUnderWay() {
    return header != null;
  }

  /** Neither the rows nor a text that is cut there can be told apart for sure. */
  private static Outcome severalRows(List<String> first) {
    return Outcome.Refused.because(
        "",
        String.format(
            Locale.ROOT,
            "a carriage return without a line feed behind '%s'; expected LF or CRLF behind a row,"
                + " and quotes around a cell that has line ends",
            PlainText.clip(first.get(first.size() - 1))));
  }

  private static List<String> names(List<String> cells) {
    List<String> names = new ArrayList<>(cells.stream().map(CodeCell::of).toList());
    while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
      names.remove(names.size() - 1);
    }
    return names;
  }

  private Outcome header(List<String> names) {
    List<Problem> problems = new ArrayList<>();
    List<Optional<CsvColumn>> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size() && problems.size() < Reading.MOST_TOLD; i++) {
      String name = names.get(i);
      Optional<CsvColumn> column = Optional.ofNullable(CsvColumn.named(name));
      found.add(column);
      if (column.isEmpty() && !name.isEmpty()) {
        problems.add(
            problem(
                i,
                String.format(
                    Locale.ROOT,
                    "unknown name '%s'; expected one of %s",
                    PlainText.clip(name),
                    CsvColumn.names())));
      } else if (column.isPresent() && !seen.add(name)) {
        problems.add(
            problem(
                i, String.format(Locale.ROOT, "'%s' once more; expected each name once", name)));
      }
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    columns = List.copyOf(found);
    return Outcome.LeftOut.HEADER;
  }

  private Outcome row(List<String> cells, Instant receivedAt) {
    if (columns.isEmpty()) {
      return Outcome.Refused.because("", "stands under a header that was refused");
    }
    if (cells.size() < columns.size()) {
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
      Optional<CsvColumn> column = i < columns.size() ? columns.get(i) : Optional.empty();
      put(i, cells.get(i), column, update, problems);
    }
    Outcome outcome = JsonLines.submission(update, receivedAt);
    if (problems.isEmpty()) {
      return outcome;
    }
    if (outcome instanceof Outcome.Refused refused) {
      problems.addAll(refused.problems());
    }
    return new Outcome.Refused(problems);
  }

  private void put(
      int index,
      String cell,
      Optional<CsvColumn> column,
      ObjectNode update,
      List<Problem> problems) {
    boolean isEmpty = Invisible.isAll(cell);
    if (column.isPresent() && !isEmpty) {
      column.get().put(cell, update, problems);
    } else if (column.isEmpty() && isEmpty) {
      ignored.increment();
    } else if (column.isEmpty() && problems.size() < Reading.MOST_TOLD) {
      problems.add(
          problem(
              index,
              String.format(
                  Locale.ROOT,
                  "'%s' under no name; expected a name in the header, or nothing",
                  PlainText.clip(cell))));
    }
  }

  private static Problem problem(int index, String message) {
    return new Problem("column " + (index + 1), message);
  }
}
