package dev.tidings.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/** What counts as plain text, and how much of a bad value a message shows. */
public final class PlainText {

  private PlainText() {}

  /**
   * Refuses anything but one line of plain text of 1 … {@code most} characters (code points), with
   * {@link IllegalArgumentException}.
   *
   * @param what the subject of the message
   */
  public static void line(String what, String text, int most) {
    int length = text.codePointCount(0, text.length());
    boolean blank = isBlank(text);
    if (blank || length > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d characters%s; expected 1 … %d",
              what,
              length,
              length > 0 && blank ? ", all blank" : "",
              most));
    }
    refuse(what, text, c -> isNeverPlain(c) || separatesLines(c));
  }

  /**
   * Refuses control characters, direction overrides and unpaired surrogates, but allows new lines
   * and tabs, with {@link IllegalArgumentException}.
   */
  public static void lines(String what, String text) {
    refuse(what, text, c -> isNeverPlain(c) && c != '\n' && c != '\t');
  }

  /** The value as a message quotes it: at most 60 characters, as {@link #clip(String, int)}. */
  public static String clip(String value) {
    return clip(value, 60);
  }

  /**
   * The value on one line of at most {@code most} characters. What nobody sees and what moves a
   * terminal is shown by its number, {@code [U+00A0]}; a space is not.
   */
  public static String clip(String value, int most) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    int cut = 0;
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      String one = Invisible.shown(c);
      count += one.codePointCount(0, one.length());
      if (count > most) {
        return shown.substring(0, cut) + "...";
      }
      shown.append(one);
      cut = count <= most - 3 ? shown.length() : cut;
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  private static void refuse(String what, String text, IntPredicate refused) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (refused.test(c)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has U+%04X at character %d; expected plain text",
                what,
                c,
                text.codePointCount(0, i) + 1));
      }
      i += Character.charCount(c);
    }
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!isBlank(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean separatesLines(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static boolean isNeverPlain(int c) {
    boolean overridesDirection = c >= 0x202A && c <= 0x202E;
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return Character.isISOControl(c) || overridesDirection || isSurrogate;
  }
}
