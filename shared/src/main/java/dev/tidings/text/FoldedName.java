package dev.tidings.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is compared when a source writes it: {@link FoldedText}, with every apostrophe and
 * every dash the same, and one space for blanks that stand together.
 */
public final class FoldedName {

  private static final Pattern APOSTROPHE = Pattern.compile("[`\u00B4\u055A\u2032\uA78C]");
  private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private FoldedName() {}

  /** The name folded. */
  public static String of(String name) {
    if (isPlain(name)) {
      return name.toLowerCase(Locale.ROOT);
    }
    // Before it is folded: compatibility makes a blank and a mark of an acute accent.
    String signs = APOSTROPHE.matcher(name).replaceAll("'");
    String folded = FoldedText.of(DASH.matcher(signs).replaceAll("-"));
    return BLANKS.matcher(folded).replaceAll(" ").strip();
  }

  /** Whether only its case can differ: most names are such, and folding them takes long. */
  private static boolean isPlain(String name) {
    char before = ' ';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~' || c == '`' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || name.isEmpty();
  }
}
