package dev.tidings.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Characters that nobody sees: blanks of every width, controls, format characters such as U+200B
 * and U+FEFF, the fillers of Hangul and variation selectors.
 */
public final class Invisible {

  private Invisible() {}

  /** The text without the invisible characters at its two ends. */
  public static String cut(String text) {
    int end = text.length();
    while (end > 0 && is(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    int start = 0;
    while (start < end && is(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    return text.substring(start, end);
  }

  /** Whether nothing of the text is seen; also of the empty one. */
  public static boolean isAll(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!is(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** Whether any of the text is not seen, other than spaces. */
  public static boolean isAnyOf(String text) {
    return text.codePoints().anyMatch(((IntPredicate) Invisible::is).and(c -> c != ' '));
  }

  /** The character, or its number where it is not seen or moves a terminal: {@code [U+00A0]}. */
  static String shown(int c) {
    return c != ' ' && (is(c) || isUnprintable(c))
        ? String.format(Locale.ROOT, "[U+%04X]", c)
        : Character.toString(c);
  }

  static boolean is(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || isFiller(c)
        || isVariationSelector(c);
  }

  private static boolean isFiller(int c) {
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0;
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean isUnprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
      default -> false;
    };
  }
}
