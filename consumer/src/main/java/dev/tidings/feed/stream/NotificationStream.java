package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import dev.tidings.http.Answer;
import dev.tidings.http.ProblemDetail;
import dev.tidings.http.Refusal;
import dev.tidings.http.Routes;
import dev.tidings.http.StreamedAnswer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/**
 * {@code GET /notifications/stream}: everything behind a cursor, then everything as it comes, as
 * Server-Sent Events without gap or repeat.
 *
 * <p>A reader is a place in the feed and nothing more, so a slow one costs no memory and delays
 * nobody; one that stands still is cut off, and can come back to where it was.
 */
public final class NotificationStream implements Routes, AutoCloseable {

  private static final String PATH = "/notifications/stream";
  private static final String RETRY_AFTER_SECONDS = "10";

  private final Feed feed;
  private final Readers readers;
  private final Counter resets;

  /**
   * Begins to follow the feed.
   *
   * @param metrics gets {@code tidings.stream.readers}, {@code .stalled}, {@code .cut} and {@code
   *     .resets}
   * @param mostReaders at one time; who comes later is asked to come back
   */
  public NotificationStream(Feed feed, MeterRegistry metrics, int mostReaders) {
    this(feed, metrics, Bounds.USUAL.withMostReaders(mostReaders));
  }

  NotificationStream(Feed feed, MeterRegistry metrics, Bounds bounds) {
    this.feed = feed;
    this.readers = new Readers(feed, metrics, bounds);
    this.resets = metrics.counter("tidings.stream.resets");
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::open);
    routes.head(PATH, this::describe);
  }

  Frames frames() {
    return readers.frames();
  }

  /** Ends all streams, each behind a whole event; waits up to 2 s for that. */
  @Override
  public void close() {
    readers.close();
  }

  @Override
  public void beforeStop() {
    close();
  }

  private void describe(Context request) throws IOException {
    Opening.of(request, feed);
    putHeaders(request);
    Answer.headOfStream(request);
  }

  private void open(Context request) {
    Opening opening = Opening.of(request, feed);
    request.future(() -> start(request, opening));
  }

  /** Javalin has made the request asynchronous by now, and completes it when the future does. */
  private CompletableFuture<Void> start(Context request, Opening opening) {
    HttpOutput out = StreamedAnswer.output(request);
    Reader reader = readers.join(out, opening).orElseThrow(NotificationStream::tooMany);
    if (opening.reset() != null) {
      resets.increment();
    }
    putHeaders(request);
    AsyncContext connection = request.req().getAsyncContext();
    connection.setTimeout(0);
    connection.addListener(reader);
    out.setWriteListener(reader);
    return reader.over();
  }

  private static void putHeaders(Context request) {
    request.contentType("text/event-stream;charset=utf-8");
    request.header("Cache-Control", "no-store");
    request.header("X-Accel-Buffering", "no");
  }

  private static Refusal tooMany() {
    return new Refusal(
        ProblemDetail.of(503, "Service unavailable", "too many read the stream; try again later"),
        Map.of("Retry-After", RETRY_AFTER_SECONDS));
  }
}
