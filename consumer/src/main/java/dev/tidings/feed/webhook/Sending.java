package dev.tidings.feed.webhook;

import dev.tidings.text.PlainText;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** One call under way: its answer's body is thrown away, and cut off when it is long. */
final class Sending {

  /** Of the answer's body. */
  static final int MOST_BYTES = 4 * 1024;

  private static final String LATE =
      String.format(Locale.ROOT, "no whole answer within %d s", Sender.WHOLE_CALL.toSeconds());

  private static final Duration ALLOWANCE = Duration.ofSeconds(5);

  /** Ends the reading of an answer whose status is known. */
  private static final class LongEnough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LongEnough() {
      super("the answer is longer than needed", null, false, false);
    }
  }

  private final Request request;
  private final Instant at;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private long read;

  private Sending(Request request, Instant at) {
    this.request = request;
    this.at = at;
  }

  /** Sends a request that has a time limit of its own, {@code atMost}. */
  static Sending start(Request request, Instant at, Duration atMost) {
    Sending sending = new Sending(request, at);
    // A courier waits for this alone: it must come even if the client forgot us.
    sending.outcome.completeOnTimeout(
        late(null), atMost.plus(ALLOWANCE).toMillis(), TimeUnit.MILLISECONDS);
    request
        .onResponseContent(sending::discard)
        .send(result -> sending.outcome.complete(sending.outcomeOf(result)));
    return sending;
  }

  /** Completes within some seconds, and never exceptionally. */
  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  void abort() {
    var unused = request.abort(new CancellationException("no longer ours to deliver"));
  }

  private void discard(Response response, ByteBuffer content) {
    read += content.remaining();
    if (read > MOST_BYTES) {
      var unused = response.abort(new LongEnough());
    }
  }

  private Outcome outcomeOf(Result result) {
    Throwable failure = result.getFailure();
    Response response = result.getResponse();
    if (failure != null && !(failure instanceof LongEnough)) {
      Integer status = response == null || response.getStatus() == 0 ? null : response.getStatus();
      return new Outcome.Failed(status, why(failure), Optional.empty());
    }
    int status = response.getStatus();
    if (status / 100 == 2) {
      return new Outcome.Taken(status);
    }
    if (status == Outcome.Gone.STATUS) {
      return new Outcome.Gone();
    }
    String error =
        status / 100 == 3
            ? String.format(
                Locale.ROOT, "status %d: redirects are not followed; expected 2xx", status)
            : String.format(Locale.ROOT, "status %d; expected 2xx", status);
    String retryAfter = response.getHeaders().get(HttpHeader.RETRY_AFTER);
    return new Outcome.Failed(status, error, pause(retryAfter, at));
  }

  private static Outcome late(@Nullable Integer status) {
    return new Outcome.Failed(status, LATE, Optional.empty());
  }

  /** {@code Retry-After} in seconds or as a date; one that makes no sense is as good as none. */
  static Optional<Duration> pause(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    if (text.matches("\\d{1,18}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, then)).filter(it -> !it.isNegative());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String why(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      String known = known(one);
      if (known != null) {
        return known;
      }
    }
    return "the call failed: " + PlainText.clip(failure.getClass().getSimpleName(), 60);
  }

  private static @Nullable String known(Throwable failure) {
    if (failure instanceof Gate.Closed closed) {
      return Objects.requireNonNull(closed.getMessage());
    }
    if (failure instanceof UnknownHostException) {
      return "its host's name has no address";
    }
    if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
      return LATE;
    }
    if (failure instanceof SSLException) {
      return "TLS: " + PlainText.clip(String.valueOf(failure.getMessage()), 200);
    }
    if (failure instanceof ConnectException) {
      return "nobody answers at its port";
    }
    if (failure instanceof EOFException || failure instanceof ClosedChannelException) {
      return "the connection ended before a whole answer came";
    }
    return null;
  }
}
