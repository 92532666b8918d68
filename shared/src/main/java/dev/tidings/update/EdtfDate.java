package dev.tidings.update;

import dev.tidings.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as imprecise as it is known: an EDTF date (ISO 8601-2).
 *
 * <p>Level 0 dates ({@code 1947-08-22}, {@code 1950-03}, {@code 1965}) and closed intervals, and of
 * level 1 the qualifiers {@code ?}, {@code ~} and {@code %}, unspecified digits from the right
 * ({@code 196X}, {@code 19XX}, {@code 2024-XX}, {@code 2024-01-XX}), seasons ({@code 2024-21} …
 * {@code 2024-24}) and intervals open at the end ({@code 1979/..}). Years are 0001 … 9999. A season
 * is that of the northern hemisphere, as meteorologists count: spring begins in March; winter is
 * that which begins in December of the year named.
 *
 * <p>Immutable; equal when the text is.
 */
public final class EdtfDate {

  /** The latest day of an interval that is open at its end. */
  public static final LocalDate OPEN = LocalDate.MAX;

  /** How sure a date is. */
  public enum Certainty {
    CERTAIN,
    /** {@code ?} */
    UNCERTAIN,
    /** {@code ~} */
    APPROXIMATE,
    /** {@code %} */
    UNCERTAIN_AND_APPROXIMATE
  }

  /** How wide a date is. */
  public enum Precision {
    DAY,
    MONTH,
    SEASON,
    YEAR,
    DECADE,
    CENTURY,
    INTERVAL
  }

  private static final Pattern DATE =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?([?~%])?");

  private static final String EXPECTED =
      "expected an EDTF date, as in 1947-08-22, 1950-03, 196X, 2024-01~ or 1979/..";

  private static final Recent<String, EdtfDate> RECENT = new Recent<>(4_096, EdtfDate::toString);

  private final String text;
  private final LocalDate earliest;
  private final LocalDate latest;
  private final Precision precision;
  private final Certainty certainty;
  private final @Nullable EdtfDate start;
  private final @Nullable EdtfDate end;

  private EdtfDate(
      String text,
      LocalDate earliest,
      LocalDate latest,
      Precision precision,
      Certainty certainty,
      @Nullable EdtfDate start,
      @Nullable EdtfDate end) {
    this.text = text;
    this.earliest = earliest;
    this.latest = latest;
    this.precision = precision;
    this.certainty = certainty;
    this.start = start;
    this.end = end;
  }

  /** Reads an EDTF date; {@link IllegalArgumentException} says what was found and expected. */
  public static EdtfDate parse(String text) {
    if (text.length() > 40) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s'; %s", PlainText.clip(text), EXPECTED));
    }
    return RECENT.get(text, EdtfDate::anew);
  }

  /** A certain day. */
  public static EdtfDate of(LocalDate day) {
    return parse(day.toString());
  }

  private static EdtfDate anew(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? date(text) : interval(text, slash);
  }

  private static EdtfDate interval(String text, int slash) {
    EdtfDate start = date(text.substring(0, slash));
    if (text.substring(slash + 1).equals("..")) {
      return new EdtfDate(
          text, start.earliest, OPEN, Precision.INTERVAL, start.certainty, start, null);
    }
    EdtfDate end = date(text.substring(slash + 1));
    if (end.latest.isBefore(start.earliest)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' ends before it starts", text));
    }
    Certainty certainty = start.certainty == end.certainty ? start.certainty : worse(start, end);
    return new EdtfDate(
        text, start.earliest, end.latest, Precision.INTERVAL, certainty, start, end);
  }

  private static Certainty worse(EdtfDate start, EdtfDate end) {
    if (start.certainty == Certainty.CERTAIN) {
      return end.certainty;
    }
    return end.certainty == Certainty.CERTAIN
        ? start.certainty
        : Certainty.UNCERTAIN_AND_APPROXIMATE;
  }

  private static EdtfDate date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s'; %s", PlainText.clip(text), EXPECTED));
    }
    String year = matcher.group(1);
    String month = matcher.group(2);
    String day = matcher.group(3);
    Certainty certainty = certainty(matcher.group(4));
    try {
      if (year.endsWith("X")) {
        return wideYear(text, year, month, certainty);
      }
      return inYear(text, Integer.parseInt(year), month, day, certainty);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' is not in the calendar; %s", text, EXPECTED), e);
    }
  }

  private static EdtfDate wideYear(
      String text, String year, @Nullable String month, Certainty certainty) {
    if (month != null) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' has a month in an unknown year; %s", text, EXPECTED));
    }
    int first = Math.max(1, Integer.parseInt(year.replace('X', '0')));
    int last = Integer.parseInt(year.replace('X', '9'));
    Precision precision = year.endsWith("XX") ? Precision.CENTURY : Precision.DECADE;
    return span(text, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), precision, certainty);
  }

  private static EdtfDate inYear(
      String text, int year, @Nullable String month, @Nullable String day, Certainty certainty) {
    if (year < 1) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s'; expected a year of 0001 … 9999", text));
    }
    if (month == null || (month.equals("XX") && (day == null || day.equals("XX")))) {
      Year all = Year.of(year);
      return span(text, all.atDay(1), all.atMonth(12).atEndOfMonth(), Precision.YEAR, certainty);
    }
    if (month.equals("XX")) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' has a day in an unknown month; %s", text, EXPECTED));
    }
    int number = Integer.parseInt(month);
    if (number >= 21 && number <= 24 && day == null) {
      LocalDate from = LocalDate.of(year, 3, 1).plusMonths(3L * (number - 21));
      return span(text, from, from.plusMonths(3).minusDays(1), Precision.SEASON, certainty);
    }
    if (day == null || day.equals("XX")) {
      YearMonth all = YearMonth.of(year, number);
      return span(text, all.atDay(1), all.atEndOfMonth(), Precision.MONTH, certainty);
    }
    LocalDate exact = LocalDate.of(year, number, Integer.parseInt(day));
    return span(text, exact, exact, Precision.DAY, certainty);
  }

  private static EdtfDate span(
      String text, LocalDate from, LocalDate to, Precision precision, Certainty certainty) {
    return new EdtfDate(text, from, to, precision, certainty, null, null);
  }

  private static Certainty certainty(@Nullable String sign) {
    if (sign == null) {
      return Certainty.CERTAIN;
    }
    return switch (sign) {
      case "?" -> Certainty.UNCERTAIN;
      case "~" -> Certainty.APPROXIMATE;
      default -> Certainty.UNCERTAIN_AND_APPROXIMATE;
    };
  }

  /** The first day on which it can have happened or begun. */
  public LocalDate earliest() {
    return earliest;
  }

  /** The last day on which it can have happened or ended; {@link #OPEN} when it goes on. */
  public LocalDate latest() {
    return latest;
  }

  /** The last day on which it can have begun: what a reader compares with "long past". */
  public LocalDate latestStart() {
    return start == null ? latest : start.latest;
  }

  public Precision precision() {
    return precision;
  }

  public Certainty certainty() {
    return certainty;
  }

  public boolean isOpen() {
    return latest.equals(OPEN);
  }

  /** As an editor would print it in English; see {@link EdtfWords}. */
  public String inWords() {
    return EdtfWords.of(this);
  }

  /** The same behind "until", where it says when something ends. */
  public String endInWords() {
    return EdtfWords.ofEnd(this);
  }

  @Nullable EdtfDate start() {
    return start;
  }

  @Nullable EdtfDate end() {
    return end;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EdtfDate date && date.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The EDTF text. */
  @Override
  public String toString() {
    return text;
  }
}
