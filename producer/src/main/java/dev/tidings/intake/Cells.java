package dev.tidings.intake;

import dev.tidings.text.Invisible;
import dev.tidings.text.PlainText;
import dev.tidings.update.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a tab-separated line, and all that is wrong with those that were asked for.
 *
 * <p>A cell may stand in quotes, as in CSV, with a quote within doubled. A quote that is not part
 * of such a pair is a character as any other.
 */
final class Cells {

  private static final DateTimeFormatter DASHED = strict("uuuu-MM-dd");
  private static final DateTimeFormatter DIGITS = strict("uuuuMMdd");
  private static final DateTimeFormatter TO_THE_SECOND = strict("uuuuMMddHHmmss");

  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private final String[] cells;
  private final int count;
  private final Instant now;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Takes a line apart.
   *
   * @param most columns there are; of cells behind them, empty ones are ignored
   * @param now what is later is in the future
   */
  Cells(String line, int most, Instant now) {
    cells = line.split("\t", -1);
    this.now = now;
    int end = cells.length;
    while (end > most && Invisible.isAll(cells[end - 1])) {
      end--;
    }
    count = end;
  }

  int count() {
    return count;
  }

  /** How many empty cells stand behind the columns. */
  int ignored() {
    return cells.length - count;
  }

  /** A code, a date or a name. */
  String at(int index) {
    return CodeCell.of(unquoted(Invisible.cut(cells[index])));
  }

  /** What the cell says, whatever it is. */
  String text(int index) {
    return unquoted(cells[index].strip());
  }

  void problem(String column, String message) {
    problems.add(new Problem(column, message));
  }

  /** The refusal of the line, for all that was found wrong. */
  Outcome.Refused refusal() {
    return new Outcome.Refused(problems);
  }

  /** A day such as 2018-10-31. */
  @Nullable LocalDate dashedDay(int index, String column) {
    return day(index, column, DASHED, "a day, as in 2018-10-31");
  }

  /** A day such as 20181031. */
  @Nullable LocalDate digitsDay(int index, String column) {
    return day(index, column, DIGITS, "a day, as in 20181031");
  }

  /** The end of a day, which is when a source that says no more issued its line. */
  @Nullable Instant endOf(@Nullable LocalDate day, String column) {
    return day == null ? null : past(day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC), column);
  }

  /** An instant such as 20181031113000, or a day, which stands for its end. */
  @Nullable Instant instant(int index, String column) {
    if (at(index).length() == 8) {
      return endOf(digitsDay(index, column), column);
    }
    try {
      LocalDateTime time = LocalDateTime.parse(at(index), TO_THE_SECOND);
      return past(time.toInstant(ZoneOffset.UTC), column);
    } catch (DateTimeException e) {
      problem(
          column,
          String.format(
              Locale.ROOT,
              "'%s'; expected a day or an instant, as in 20181031 or 20181031113000",
              PlainText.clip(at(index))));
      return null;
    }
  }

  private @Nullable LocalDate day(
      int index, String column, DateTimeFormatter form, String expected) {
    try {
      LocalDate day = LocalDate.parse(at(index), form);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException e) {
      problem(
          column,
          String.format(Locale.ROOT, "'%s'; expected %s", PlainText.clip(at(index)), expected));
      return null;
    }
    problem(
        column,
        String.format(
            Locale.ROOT, "'%s'; expected a year of 0001 … 9999", PlainText.clip(at(index))));
    return null;
  }

  /** What was issued later than in five minutes is no update anywhere. */
  private @Nullable Instant past(Instant issued, String column) {
    if (issued.isAfter(now.plus(MOST_AHEAD))) {
      problem(
          column,
          String.format(
              Locale.ROOT,
              "issued at %s, which is ahead of the clock, %s; expected at most 5 minutes",
              issued,
              now));
      return null;
    }
    return issued;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Without the quotes around it; as it stands where a quote within is not doubled. */
  private static String unquoted(String cell) {
    if (cell.length() < 2 || !cell.startsWith("\"") || !cell.endsWith("\"")) {
      return cell;
    }
    String within = cell.substring(1, cell.length() - 1);
    boolean isPair = within.replace("\"\"", "").indexOf('"') < 0;
    return isPair ? within.replace("\"\"", "\"").strip() : cell;
  }
}
