package dev.tidings.feed.syndication;

import dev.tidings.http.Answer;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Conditional requests (RFC 9110, section 13): by {@code ETag}, and for readers that know nothing
 * better by {@code Last-Modified}.
 *
 * <p>A time in whole seconds cannot tell apart what was told within one. So a document whose last
 * entry is new has an {@code ETag} only: a reader with a time might miss the next one for ever.
 */
final class Validator {

  /** By then all that was told in a second has long come here. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  Validator(InstantSource clock) {
    this.clock = clock;
  }

  void answer(Context request, String contentType, byte[] document, List<Entry> entries) {
    Optional<Instant> modified = modified(entries);
    Map<String, String> headers =
        modified.map(at -> Map.of("Last-Modified", HTTP_DATE.format(at))).orElse(Map.of());
    Answer.cacheable(request, contentType, document, headers);
    if (request.header("If-None-Match") == null
        && modified.isPresent()
        && isNotSince(modified.get(), request.header("If-Modified-Since"))) {
      request.status(304).result("");
    }
  }

  private Optional<Instant> modified(List<Entry> entries) {
    return entries.stream()
        .map(Entry::told)
        .max(Comparator.naturalOrder())
        .map(told -> told.truncatedTo(ChronoUnit.SECONDS))
        .filter(told -> told.plus(SETTLED).isBefore(clock.instant()));
  }

  /** A date that makes no sense is as good as none. */
  private static boolean isNotSince(Instant modified, @Nullable String header) {
    if (header == null) {
      return false;
    }
    try {
      return !modified.isAfter(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
