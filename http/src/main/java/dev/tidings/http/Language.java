package dev.tidings.http;

import dev.tidings.text.PlainText;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The language in which a reader wants names: {@code ?lang=}, else {@code Accept-Language}. It is
 * always one of those that Java has names in, because Java keeps what it loads for a language for
 * ever, and who asks could name any number of them.
 */
public final class Language {

  private static final List<Locale> KNOWN =
      Arrays.stream(Locale.getAvailableLocales())
          .filter(locale -> !locale.getLanguage().isEmpty())
          .toList();

  /** Of an {@code Accept-Language}; what comes behind it, nobody reads any more. */
  private static final int MOST_RANGES = 10;

  /** Of a tag in characters; RFC 5646, section 4.4.1, counts 35 for the longest of use. */
  private static final int LONGEST = 35;

  /** {@code ;q=0.123} with some blanks. */
  private static final int LONGEST_WEIGHT = 15;

  private Language() {}

  /**
   * Finds the language; English, when the reader asks for none that is known.
   *
   * @param request its {@code Accept-Language}; one that makes no sense is as good as none, and of
   *     a long one the first 10 languages count
   * @param parameters its {@code lang}, a BCP 47 tag; a wrong one is a problem
   */
  public static Locale of(Context request, Parameters parameters) {
    Locale asked = parameters.one("lang", Language::tag);
    return asked == null ? accepted(request.header("Accept-Language")) : asked;
  }

  private static Locale tag(String text) {
    try {
      Locale asked = new Locale.Builder().setLanguageTag(text).build().stripExtensions();
      String tag = asked.toLanguageTag();
      return known(List.of(new LanguageRange(tag.length() <= LONGEST ? tag : asked.getLanguage())));
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s'; expected a BCP 47 tag, as in fa", PlainText.clip(text)),
          e);
    }
  }

  static Locale accepted(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      return known(LanguageRange.parse(start(header)));
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  /** Java's parser takes a second for a kilobyte of them. */
  static String start(String header) {
    return Arrays.stream(header.split(",", MOST_RANGES + 1))
        .limit(MOST_RANGES)
        .filter(range -> range.length() <= LONGEST + LONGEST_WEIGHT)
        .collect(Collectors.joining(","));
  }

  private static Locale known(List<LanguageRange> wanted) {
    return Optional.ofNullable(Locale.lookup(wanted, KNOWN)).orElse(Locale.ENGLISH);
  }
}
