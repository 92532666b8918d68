package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/** RFC 3339 instants of the years 0001 … 9999 (UTC), to the nanosecond. */
public final class InstantText {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

  private InstantText() {}

  /** Reads one; anything else is refused with {@link IllegalArgumentException}. */
  public static Instant parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(expected(text));
    }
    try {
      OffsetDateTime utc = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
      // With an offset, an instant can leave the years in which we write and read it again.
      if (utc.getYear() >= 1 && utc.getYear() <= 9999) {
        return utc.toInstant();
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(expected(text), e);
    }
    throw new IllegalArgumentException(expected(text));
  }

  private static String expected(String text) {
    return String.format(
        Locale.ROOT,
        "'%s'; expected an RFC 3339 instant, as in 2024-01-16T21:30:00Z",
        PlainText.clip(text));
  }
}
