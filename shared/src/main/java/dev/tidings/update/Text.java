package dev.tidings.update;

/** What counts as plain text, and how much of a bad value a message shows. */
final class Text {

  private Text() {}

  /** Refuses anything but one line of plain text of 1 … {@code most} characters. */
  static void line(String what, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (text.isBlank() || length > most) {
      throw new IllegalArgumentException(
          "%s has %d characters%s; expected 1 … %d"
              .formatted(what, length, length > 0 && text.isBlank() ? ", all blank" : "", most));
    }
    plain(what, text, false);
  }

  /** Refuses control characters, direction overrides and broken surrogates. */
  static void plain(String what, String text, boolean newlines) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean allowed = newlines && (c == '\n' || c == '\t');
      if (!allowed && (Character.isISOControl(c) || overridesDirection(c) || isSurrogate(c))) {
        throw new IllegalArgumentException(
            "%s has U+%04X at character %d; expected plain text"
                .formatted(what, c, text.codePointCount(0, i) + 1));
      }
      i += Character.charCount(c);
    }
  }

  /** The value as a message quotes it: at most 60 characters, nothing that moves a terminal. */
  static String clip(String value) {
    String plain = value.replaceAll("\\p{C}", "�");
    return plain.length() <= 60 ? plain : plain.substring(0, 57) + "...";
  }

  private static boolean overridesDirection(int c) {
    return c >= 0x202A && c <= 0x202E;
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
