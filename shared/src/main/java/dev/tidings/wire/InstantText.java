package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** RFC 3339 instants of the years 0001 … 9999 (UTC), to the nanosecond. */
public final class InstantText {

  private static final String TO_THE_SECOND = "dddd-dd-ddTdd:dd:dd";
  private static final String OFFSET = "+dd:dd";

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant BEHIND_THE_LAST = Instant.parse("+10000-01-01T00:00:00Z");

  private InstantText() {}

  /** Reads one; anything else is refused with {@link IllegalArgumentException}. */
  public static Instant parse(String text) {
    int zone = zone(text);
    if (zone < 0) {
      throw new IllegalArgumentException(expected(text));
    }
    try {
      Instant instant = dateTime(text, zone).toInstant(offset(text, zone));
      // With an offset, an instant can leave the years in which we write and read it again.
      if (!instant.isBefore(FIRST) && instant.isBefore(BEHIND_THE_LAST)) {
        return instant;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(expected(text), e);
    }
    throw new IllegalArgumentException(expected(text));
  }

  /** Where the Z or the offset begins; -1 where the text has not the form of an instant. */
  private static int zone(String text) {
    if (!hasForm(text, 0, TO_THE_SECOND)) {
      return -1;
    }
    int at = TO_THE_SECOND.length();
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = fraction;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == fraction || at > fraction + 9) {
        return -1;
      }
    }
    boolean isUtc = at + 1 == text.length() && (text.charAt(at) == 'Z' || text.charAt(at) == 'z');
    boolean hasOffset = at + OFFSET.length() == text.length() && hasForm(text, at, OFFSET);
    return isUtc || hasOffset ? at : -1;
  }

  private static LocalDateTime dateTime(String text, int zone) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        nanoseconds(text, zone));
  }

  private static int nanoseconds(String text, int zone) {
    int first = TO_THE_SECOND.length() + 1;
    int nanoseconds = first < zone ? number(text, first, zone) : 0;
    for (int digits = Math.max(0, zone - first); digits < 9; digits++) {
      nanoseconds *= 10;
    }
    return nanoseconds;
  }

  private static ZoneOffset offset(String text, int zone) {
    if (zone + 1 == text.length()) {
      return ZoneOffset.UTC;
    }
    int sign = text.charAt(zone) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        sign * number(text, zone + 1, zone + 3), sign * number(text, zone + 4, zone + 6));
  }

  /** In a form, d is any digit, T may be small, and + may be -. */
  private static boolean hasForm(String text, int from, String form) {
    if (text.length() < from + form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(from + i);
      boolean fits =
          switch (form.charAt(i)) {
            case 'd' -> isDigit(c);
            case 'T' -> c == 'T' || c == 't';
            case '+' -> c == '+' || c == '-';
            default -> c == form.charAt(i);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static String expected(String text) {
    return String.format(
        Locale.ROOT,
        "'%s'; expected an RFC 3339 instant, as in 2024-01-16T21:30:00Z",
        PlainText.clip(text));
  }
}
