package dev.tidings.command;

import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.http.HttpServer;
import dev.tidings.http.ServerUrl;
import dev.tidings.party.Relationship;
import dev.tidings.text.PlainText;
import dev.tidings.wire.InstantText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options and parameters are written; a wrong one is answered with how. */
public final class Converters {

  private Converters() {}

  /** {@code IRN-PAK}. */
  public static final class Pair implements ITypeConverter<Relationship> {
    @Override
    public Relationship convert(String text) {
      return converted(text, Relationship::parse);
    }
  }

  /** {@code 2024-01-18}. */
  public static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            String.format(
                Locale.ROOT, "'%s'; expected a day, as in 2024-01-18", PlainText.clip(text)));
      }
    }
  }

  /** {@code 2024-01-18T12:00:00Z}. */
  public static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return converted(text, InstantText::parse);
    }
  }

  /** Where a feed answers: {@code http://127.0.0.1:8080}. */
  public static final class Url implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      URI url = converted(text, URI::create);
      if (!ServerUrl.isOne(url)) {
        throw new TypeConversionException(
            String.format(
                Locale.ROOT,
                "'%s'; expected where a feed answers, as in http://127.0.0.1:8080",
                PlainText.clip(text)));
      }
      return url;
    }
  }

  /** Where a gateway answers: {@code http://127.0.0.1:8081}. */
  static final class Gateway implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      return converted(text, url -> new Publishing.At(URI.create(url)).gateway());
    }
  }

  /** Where Kafka answers: {@code localhost:9092}, several by commas. */
  static final class Brokers implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      String one = "([\\w.-]+|\\[[0-9A-Fa-f:.]+]):\\d{1,5}";
      if (text.matches(one + "(," + one + ")*")) {
        return text;
      }
      throw new TypeConversionException(
          String.format(
              Locale.ROOT,
              "'%s'; expected host and port, as in localhost:9092",
              PlainText.clip(text)));
    }
  }

  /** How many connections there may be. */
  static final class Connections implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, "connections", HttpServer.Settings.CONNECTIONS);
    }
  }

  /** How many readers the stream may have. */
  static final class Streams implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, "streams", FeedServer.Settings.MOST_STREAMS);
    }
  }

  private static int number(String text, String what, int most) {
    if (text.matches("\\d{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw new TypeConversionException(
        String.format(
            Locale.ROOT,
            "'%s'; expected a number of %s, 1 … %d",
            PlainText.clip(text),
            what,
            most));
  }

  /** A port to listen at; 0 takes any free one. */
  public static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
        return Integer.valueOf(text);
      }
      throw new TypeConversionException(
          String.format(Locale.ROOT, "'%s'; expected a port, 0 … 65535", PlainText.clip(text)));
    }
  }

  /** How many partitions a topic has. */
  static final class Partitions implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("[1-9]\\d{0,3}")) {
        return Integer.valueOf(text);
      }
      throw new TypeConversionException(
          String.format(
              Locale.ROOT,
              "'%s'; expected a number of partitions, 1 … 9999",
              PlainText.clip(text)));
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
