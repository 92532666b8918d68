package dev.tidings.text;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text as it is compared when somebody looks for something: without regard to case, accents and
 * other marks, the forms that Unicode calls compatible, the strokes and hooks of Latin letters, the
 * script of digits, the kind of apostrophe, and which of two keyboards the Arabic letters yeh and
 * kaf are from.
 */
public final class FoldedText {

  /** Marks, invisible signs such as the joiners of Persian, and the Arabic tatweel. */
  private static final Pattern IGNORED = Pattern.compile("[\\p{M}\\p{Cf}\\u0640]+");

  /**
   * What people type for a letter that their keyboard does not have. Unicode takes é apart into a
   * letter and a mark, but none of these; the Latin ones stand in the alphabets of Europe, West
   * Africa and the Caucasus.
   */
  private static final Map<Integer, String> PLAIN =
      Stream.of(
              "æ=ae œ=oe þ=th ð=d đ=d ɖ=d ɗ=d ø=o ɵ=o ɔ=o ł=l ƚ=l ħ=h ɨ=i ŋ=n ɲ=n ƞ=n",
              "ŧ=t ƭ=t ƀ=b ɓ=b ƈ=c ƒ=f ǥ=g ɠ=g ɣ=g ĸ=k ƙ=k ƥ=p ʉ=u ʋ=v ƴ=y ƶ=z ə=a ǝ=e ɛ=e",
              "‘=' ’=' ‛=' ʹ=' ʻ=' ʼ=' ʽ=' ʾ=' ʿ=' ي=ی ى=ی ك=ک")
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(toUnmodifiableMap(pair -> pair.codePointAt(0), pair -> pair.substring(2)));

  private FoldedText() {}

  /** The text folded. */
  public static String of(String text) {
    if (text.chars().allMatch(one -> one < 0x80)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String plain = IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    // By way of upper case: else ß is no ss, and the sigma at a word's end no sigma.
    String small = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(small.length());
    small.codePoints().forEach(one -> append(one, folded));
    return folded.toString();
  }

  private static void append(int one, StringBuilder folded) {
    String letters = PLAIN.get(one);
    if (letters != null) {
      folded.append(letters);
    } else if (Character.isDigit(one)) {
      folded.append((char) ('0' + Character.digit(one, 10)));
    } else {
      folded.appendCodePoint(one);
    }
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
