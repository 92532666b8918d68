package dev.tidings.standalone;

import dev.tidings.party.Relationship;
import dev.tidings.text.PlainText;
import dev.tidings.wire.InstantText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options and parameters are written; a wrong one is answered with how. */
final class Converters {

  private Converters() {}

  static final class Pair implements ITypeConverter<Relationship> {
    @Override
    public Relationship convert(String text) {
      return converted(text, Relationship::parse);
    }
  }

  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s'; expected a day, as in 2024-01-18".formatted(PlainText.clip(text)));
      }
    }
  }

  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return converted(text, InstantText::parse);
    }
  }

  /** Where a feed answers: {@code http://127.0.0.1:8080}. */
  static final class Url implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      URI url = converted(text, URI::create);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!http || url.getHost() == null) {
        throw new TypeConversionException(
            "'%s'; expected where a feed answers, as in http://127.0.0.1:8080"
                .formatted(PlainText.clip(text)));
      }
      return url;
    }
  }

  private static <T> T converted(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
