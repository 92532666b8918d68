package dev.tidings.update;

import dev.tidings.update.EdtfDate.Certainty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An EDTF date in English: {@code 22 August 1947}, {@code March 1950}, {@code about January 2024},
 * {@code the 1960s}, {@code the 20th century}, {@code 16 to 18 January 2024}, {@code 1979 onwards}.
 *
 * <p>Month names are written here and not taken from the JDK, whose names may change with it; and
 * digits are not formatted, for a JVM's locale may have others.
 */
final class EdtfWords {

  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  private static final String[] SEASONS = {"spring", "summer", "autumn", "winter"};

  private EdtfWords() {}

  static String of(EdtfDate date) {
    EdtfDate start = date.start();
    if (start == null) {
      return qualified(date.certainty(), plain(date));
    }
    EdtfDate end = date.end();
    if (start.equals(end)) {
      return of(start);
    }
    return end == null ? of(start) + " onwards" : interval(start, end);
  }

  /** An end that is open is at its start or later: {@code 1979 or later}. */
  static String ofEnd(EdtfDate date) {
    EdtfDate start = date.start();
    return start != null && date.end() == null ? of(start) + " or later" : of(date);
  }

  private static String interval(EdtfDate start, EdtfDate end) {
    String shared = sharedMonthOfDays(start, end);
    return shared == null
        ? of(start) + " to " + of(end)
        : start.earliest().getDayOfMonth() + " to " + end.earliest().getDayOfMonth() + " " + shared;
  }

  private static @Nullable String sharedMonthOfDays(EdtfDate start, EdtfDate end) {
    boolean plainDays =
        start.precision() == EdtfDate.Precision.DAY
            && end.precision() == EdtfDate.Precision.DAY
            && start.certainty() == Certainty.CERTAIN
            && end.certainty() == Certainty.CERTAIN;
    LocalDate from = start.earliest();
    LocalDate to = end.earliest();
    return plainDays && from.getYear() == to.getYear() && from.getMonth() == to.getMonth()
        ? month(from)
        : null;
  }

  private static String plain(EdtfDate date) {
    LocalDate from = date.earliest();
    return switch (date.precision()) {
      case DAY -> from.getDayOfMonth() + " " + month(from);
      case MONTH -> month(from);
      case SEASON -> SEASONS[from.getMonthValue() / 3 - 1] + " " + from.getYear();
      case YEAR -> Integer.toString(from.getYear());
      case DECADE -> "the " + (from.getYear() / 10 * 10) + "s";
      case CENTURY -> "the " + ordinal(from.getYear() / 100 + 1) + " century";
      case INTERVAL -> throw new IllegalStateException("an interval has a start");
    };
  }

  private static String qualified(Certainty certainty, String plain) {
    return switch (certainty) {
      case CERTAIN -> plain;
      case UNCERTAIN -> "probably " + plain;
      case APPROXIMATE -> "about " + plain;
      case UNCERTAIN_AND_APPROXIMATE -> "probably about " + plain;
    };
  }

  private static String ordinal(int number) {
    boolean teen = number / 10 % 10 == 1;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  private static String month(LocalDate day) {
    return MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
  }
}
