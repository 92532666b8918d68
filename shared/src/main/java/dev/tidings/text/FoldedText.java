package dev.tidings.text;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text as it is compared when somebody looks for something: without regard to case, accents and
 * other marks, the forms that Unicode calls compatible, and which of two keyboards the Arabic
 * letters yeh and kaf are from.
 */
public final class FoldedText {

  /** Marks, invisible signs such as the joiners of Persian, and the Arabic tatweel. */
  private static final Pattern IGNORED = Pattern.compile("[\\p{M}\\p{Cf}\\u0640]+");

  private FoldedText() {}

  /** The text folded. */
  public static String of(String text) {
    String plain = IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    // By way of upper case: else ß is no ss, and the sigma at a word's end no sigma.
    return plain
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replace('\u064A', '\u06CC')
        .replace('\u0649', '\u06CC')
        .replace('\u0643', '\u06A9');
  }

  /**
   * The different words of a text, folded: letters and digits that stand together. Of what is
   * written in ideographs each is a word.
   */
  public static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    String folded = of(text);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < folded.length(); ) {
      int one = folded.codePointAt(i);
      i += Character.charCount(one);
      if (!Character.isLetterOrDigit(one) || Character.isIdeographic(one)) {
        end(word, words);
      }
      if (Character.isLetterOrDigit(one)) {
        word.appendCodePoint(one);
      }
      if (Character.isIdeographic(one)) {
        end(word, words);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, Set<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
