package dev.tidings.http;

import dev.tidings.text.PlainText;
import io.javalin.http.Context;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language in which a reader wants names: {@code ?lang=}, else {@code Accept-Language}. */
public final class Language {

  private static final List<Locale> KNOWN = List.of(Locale.getAvailableLocales());

  private Language() {}

  /**
   * Finds the language; English, when the reader asks for none that is known.
   *
   * @param request its {@code Accept-Language}; one that makes no sense is as good as none
   * @param parameters its {@code lang}, a BCP 47 tag; a wrong one is a problem
   */
  public static Locale of(Context request, Parameters parameters) {
    Locale asked = parameters.one("lang", Language::tag);
    return asked == null ? accepted(request.header("Accept-Language")) : asked;
  }

  private static Locale tag(String text) {
    try {
      return new Locale.Builder().setLanguageTag(text).build();
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
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
