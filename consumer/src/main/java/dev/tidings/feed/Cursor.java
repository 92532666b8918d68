package dev.tidings.feed;

import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;

/** A place on a timeline as the text of a {@code next}: opaque to readers. */
public final class Cursor {

  private Cursor() {}

  /** The text that gives this place again. */
  public static String text(TimelinePosition place) {
    String plain =
        String.join(
            " ",
            place.earliest().toString(),
            place.latest().toString(),
            place.issued().toString(),
            place.uri());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one; {@link IllegalArgumentException} when it is none. */
  public static TimelinePosition parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 4);
      if (parts.length == 4) {
        return new TimelinePosition(
            LocalDate.parse(parts[0]),
            LocalDate.parse(parts[1]),
            Instant.parse(parts[2]),
            parts[3]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(wrong(text), e);
    }
    throw new IllegalArgumentException(wrong(text));
  }

  private static String wrong(String text) {
    return String.format(Locale.ROOT, "'%s'; expected the next of a page", PlainText.clip(text));
  }
}
