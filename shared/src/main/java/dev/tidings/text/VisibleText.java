package dev.tidings.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Text that shows what it says: what a publisher may hand in, beside what {@link PlainText} asks.
 * What stands on a topic already is read without it.
 *
 * <p>Signs that scripts need are allowed: the joiners U+200C and U+200D, the marks U+200E, U+200F
 * and U+061C, U+00AD, isolates that end, the U+200B that parts words in scripts without spaces, and
 * the tags of flags.
 */
public final class VisibleText {

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(UnicodeScript.KHMER, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.MYANMAR);

  private static final int PART = 0x200B;
  private static final int ISOLATE_ENDS = 0x2069;
  private static final int BLACK_FLAG = 0x1F3F4;

  private VisibleText() {}

  /** The text itself; what hides in it is refused with {@link IllegalArgumentException}. */
  public static String of(String text) {
    if (!text.isEmpty() && Invisible.isAll(text) && !PlainText.isBlank(text)) {
      throw new IllegalArgumentException("nothing of it is seen; expected visible text");
    }
    int open = 0;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isIsolate(c)) {
        open++;
      } else if (c == ISOLATE_ENDS) {
        open--;
      }
      if (open < 0 || hides(c, before, next < text.length() ? text.codePointAt(next) : ' ')) {
        throw hidden(c, text.codePointCount(0, i) + 1);
      }
      before = c;
      i = next;
    }
    if (open > 0) {
      throw new IllegalArgumentException(
          "a direction isolate (U+2066 … U+2068) never ends; expected U+2069 behind it");
    }
    return text;
  }

  private static boolean hides(int c, int before, int after) {
    if (c == PART) {
      return !isWithoutSpaces(before) && !isWithoutSpaces(after);
    }
    if (isTag(c)) {
      return before != BLACK_FLAG && !isTag(before);
    }
    return isJoinerOfNothing(c) || isAnnotation(c) || isNoCharacter(c);
  }

  private static boolean isWithoutSpaces(int c) {
    return WITHOUT_SPACES.contains(UnicodeScript.of(c));
  }

  private static boolean isIsolate(int c) {
    return c >= 0x2066 && c <= 0x2068;
  }

  private static boolean isTag(int c) {
    return c >= 0xE0020 && c <= 0xE007F;
  }

  private static boolean isJoinerOfNothing(int c) {
    return c == 0xFEFF || (c >= 0x2060 && c <= 0x2065) || (c >= 0x206A && c <= 0x206F);
  }

  private static boolean isAnnotation(int c) {
    return (c >= 0xFFF9 && c <= 0xFFFB) || c == 0xE0001;
  }

  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  private static IllegalArgumentException hidden(int c, int place) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "it has U+%04X at character %d, which nobody sees; expected visible text",
            c,
            place));
  }
}
