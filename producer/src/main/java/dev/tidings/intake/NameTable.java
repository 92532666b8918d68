package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.text.FoldedName;
import dev.tidings.text.PlainText;
import dev.tidings.update.KnownSector;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of names and of whom each stands for: {@code organs.tsv}, {@code leaders.tsv}, or one of
 * an operator.
 *
 * <p>Tab separated, {@code #} begins a note, and so does a sixth column:
 *
 * <ul>
 *   <li>the name as a source writes it, compared as {@link FoldedName}s are, and without regard to
 *       hyphens and full stops
 *   <li>the party's code; {@code -} where the name is one that stands before any country in
 *       brackets
 *   <li>the sector; {@code GOV} is the state itself
 *   <li>the first and the last day on which the name stands for them; empty or absent: no limit
 * </ul>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class NameTable {

  /** A table without a name. */
  public static final NameTable EMPTY = new NameTable();

  private static final int COLUMNS = 6;

  private record Entry(@Nullable Party party, KnownSector sector, LocalDate from, LocalDate until) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean overlaps(Entry other) {
      return !from.isAfter(other.until) && !other.from.isAfter(until);
    }
  }

  private final Map<String, List<Entry>> entries = new HashMap<>();

  private NameTable() {}

  /** One of the tables beside this class. */
  static NameTable bundled(String file) {
    return of(file, Tables.lines(file));
  }

  /**
   * Reads an operator's table, UTF-8.
   *
   * @throws IOException where it cannot be read, or names every line that is broken
   */
  public static NameTable read(Path file) throws IOException {
    try {
      return of(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": is not UTF-8; expected UTF-8 text", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Who is called so on that day; null where the table does not say it. */
  @Nullable Side on(String name, LocalDate day) {
    for (Entry entry : named(name)) {
      if (entry.party() != null && entry.holdsOn(day)) {
        return Side.of(entry.party(), entry.sector());
      }
    }
    return null;
  }

  /**
   * The sector that a name before the brackets stands for on that day; null where it is not here.
   */
  @Nullable KnownSector role(String beforeBrackets, LocalDate day) {
    for (Entry entry : named(beforeBrackets)) {
      if (entry.party() == null && entry.holdsOn(day)) {
        return entry.sector();
      }
    }
    return null;
  }

  private List<Entry> named(String name) {
    return entries.isEmpty() ? List.of() : entries.getOrDefault(key(name), List.of());
  }

  private static String key(String name) {
    return FoldedName.of(FoldedName.of(name.replace('_', ' ')).replace('-', ' ').replace(".", ""));
  }

  private static NameTable of(String file, List<String> lines) {
    NameTable table = new NameTable();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          table.add(line.split("\t", -1));
        } catch (IllegalArgumentException e) {
          problems.add(String.format(Locale.ROOT, "%s:%d: %s", file, i + 1, e.getMessage()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return table;
  }

  private void add(String[] cells) {
    if (cells.length < 3 || cells.length > COLUMNS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d columns; expected a name, a party and a sector, then if need be the first and the"
                  + " last day and a note, tab separated",
              cells.length));
    }
    if (key(cells[0]).isEmpty()) {
      throw new IllegalArgumentException("no name; expected it in the first column");
    }
    String party = cells[1].strip();
    Entry entry =
        new Entry(
            party.equals("-") ? null : Party.of(party),
            sector(cells[2].strip()),
            day(cells, 3, LocalDate.MIN),
            day(cells, 4, LocalDate.MAX));
    if (entry.from().isAfter(entry.until())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "from %s until %s; expected the first day before the last",
              entry.from(),
              entry.until()));
    }
    List<Entry> same = entries.computeIfAbsent(key(cells[0]), name -> new ArrayList<>());
    if (same.stream().anyMatch(other -> isOfOneKind(entry, other) && entry.overlaps(other))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' is in the table already; expected it once for each day",
              PlainText.clip(cells[0])));
    }
    same.add(entry);
  }

  private static boolean isOfOneKind(Entry one, Entry other) {
    return (one.party() == null) == (other.party() == null);
  }

  private static KnownSector sector(String code) {
    return Arrays.stream(KnownSector.values())
        .filter(sector -> sector.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "unknown sector '%s'; expected one of %s",
                        PlainText.clip(code),
                        Arrays.stream(KnownSector.values())
                            .map(KnownSector::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static LocalDate day(String[] cells, int column, LocalDate otherwise) {
    String cell = column < cells.length ? cells[column].strip() : "";
    if (cell.isEmpty()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "no day '%s'; expected one as in 2018-10-31", PlainText.clip(cell)),
          e);
    }
  }
}
