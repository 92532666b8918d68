package dev.tidings.http;

import dev.tidings.text.PlainText;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/**
 * The language in which a reader wants names: {@code ?lang=}, else {@code Accept-Language}. It is
 * always one of those that Java has names in, because Java keeps what it loads for a language for
 * ever, and who asks could name any number of them.
 */
public final class Language {

  private static final Map<String, Locale> KNOWN =
      Arrays.stream(Locale.getAvailableLocales())
          .filter(locale -> !locale.getLanguage().isEmpty())
          .collect(
              Collectors.toUnmodifiableMap(Language::key, locale -> locale, (one, same) -> one));

  /** Of an {@code Accept-Language}; what comes behind it, nobody reads any more. */
  private static final int MOST_RANGES = 10;

  /** Of one with its weight, in characters; RFC 5646, section 4.4.1, counts 35 for a tag. */
  private static final int LONGEST_RANGE = 50;

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
      Locale asked = new Locale.Builder().setLanguageTag(text).build();
      return nearest(asked).orElse(Locale.ENGLISH);
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s'; expected a BCP 47 tag, as in fa", PlainText.clip(text)),
          e);
    }
  }

  static Locale accepted(@Nullable String header) {
    QuotedQualityCSV preferred = new QuotedQualityCSV();
    preferred.addValue(start(header == null ? "" : header));
    return preferred.getValues().stream()
        .map(Locale::forLanguageTag)
        .map(Language::nearest)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static String start(String header) {
    return Arrays.stream(header.split(",", MOST_RANGES + 1))
        .limit(MOST_RANGES)
        .filter(range -> range.length() <= LONGEST_RANGE)
        .collect(Collectors.joining(","));
  }

  /**
   * Looks a language up as RFC 4647, section 3.4, has it: its tag, then without the last subtag,
   * and so on. {@code Locale.lookup} compiles an expression for each language that there is, and
   * {@code LanguageRange.parse} takes seconds for some ranges.
   */
  private static Optional<Locale> nearest(Locale asked) {
    for (String key = key(asked.stripExtensions()); !key.isEmpty(); key = shorter(key)) {
      if (KNOWN.containsKey(key)) {
        return Optional.of(KNOWN.get(key));
      }
    }
    return Optional.empty();
  }

  private static String shorter(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('-')));
  }

  private static String key(Locale locale) {
    return locale.toLanguageTag().toLowerCase(Locale.ROOT);
  }
}
