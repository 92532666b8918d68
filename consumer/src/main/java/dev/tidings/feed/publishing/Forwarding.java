package dev.tidings.feed.publishing;

import dev.tidings.http.Body;
import dev.tidings.http.IdempotencyKey;
import dev.tidings.http.Refusal;
import dev.tidings.http.Routes;
import dev.tidings.http.Senders;
import dev.tidings.http.ServerUrl;
import dev.tidings.http.UpdatePath;
import dev.tidings.update.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on to a gateway what is for it: so that a page may publish at the server that it is from.
 *
 * <p>A request is passed on only when it has access to this server too: without tokens, the gateway
 * cannot see any more which host it was meant for. It goes to the one gateway and nowhere else,
 * whatever it says and whatever it is answered.
 */
public final class Forwarding implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  /** A gateway that has lost Kafka answers within 25 s. */
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);

  private static final int MOST_BYTES = 8 * 1024 * 1024;

  /** Each holds its body until it is answered. */
  private static final int MOST_UNDER_WAY = 32;

  private static final List<String> THERE =
      List.of("Authorization", "Content-Type", "Accept", IdempotencyKey.HEADER);
  private static final List<String> BACK =
      List.of(
          "Content-Type",
          "Retry-After",
          "WWW-Authenticate",
          "Idempotency-Replayed",
          "Cache-Control");

  private final Target target;
  private final Senders senders;
  private final Duration toAnswer;
  private final Semaphore free = new Semaphore(MOST_UNDER_WAY);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(TO_CONNECT)
          .build();

  /**
   * Passes on to a gateway.
   *
   * @param gateway where it answers: scheme, host and port
   * @param senders who may publish through this server; the gateway decides again
   */
  public Forwarding(URI gateway, Senders senders) {
    this(gateway, senders, TO_ANSWER);
  }

  Forwarding(URI gateway, Senders senders, Duration toAnswer) {
    this.target = new Target(gateway);
    this.senders = senders;
    this.toAnswer = toAnswer;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/updates", this::forward);
    routes.put("/updates/<uri>", request -> forwardUpdate(request, "/updates/"));
    routes.delete("/updates/<uri>", request -> forwardUpdate(request, "/updates/"));
    routes.get("/publisher", this::forward);
    routes.get("/publisher/updates", this::forward);
    routes.get(
        "/publisher/updates/<uri>", request -> forwardUpdate(request, "/publisher/updates/"));
  }

  private void forward(Context request) {
    senders.publisher(request);
    pass(request);
  }

  /** A path that ends in no uri might lead to anything that the gateway's server has. */
  private void forwardUpdate(Context request, String before) {
    senders.publisher(request);
    UpdatePath.of(request, before);
    pass(request);
  }

  private void pass(Context request) {
    var unused = IdempotencyKey.of(request);
    HttpRequest there = forGateway(request);
    if (!free.tryAcquire()) {
      throw unavailable("too many requests wait for the gateway; nothing was published");
    }
    CompletableFuture<HttpResponse<byte[]>> answer;
    try {
      answer = http.sendAsync(there, BodyHandlers.ofByteArray());
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
    request.future(
        () ->
            answer
                .orTimeout(toAnswer.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> free.release())
                .handle((response, failure) -> answer(request, response, failure)));
  }

  private HttpRequest forGateway(Context request) {
    byte[] body = Body.read(request, MOST_BYTES);
    HttpRequest.Builder there =
        HttpRequest.newBuilder(callable(target.of(request)))
            .timeout(toAnswer)
            .method(
                method(request),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (String name : THERE) {
      String value = request.header(name);
      if (value != null) {
        put(there, name, value);
      }
    }
    return there.build();
  }

  private static URI callable(URI target) {
    try {
      return ServerUrl.callable(target);
    } catch (UnknownHostException e) {
      throw unavailable("the gateway cannot be reached; nothing was published");
    }
  }

  /** A HEAD is asked as a GET: then the fields that describe the body are there too. */
  private static String method(Context request) {
    return HandlerType.HEAD.equals(request.method()) ? "GET" : request.method().name();
  }

  private static void put(HttpRequest.Builder there, String name, String value) {
    try {
      there.header(name, value);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(List.of(new Problem(name, "no value of a header")));
    }
  }

  private @Nullable Void answer(
      Context request, @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
    if (response == null) {
      throw unanswered(request, failure);
    }
    for (String name : BACK) {
      response.headers().firstValue(name).ifPresent(value -> request.header(name, value));
    }
    request.status(response.statusCode()).result(response.body());
    return null;
  }

  private Refusal unanswered(Context request, @Nullable Throwable failure) {
    Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
    LOG.atWarn()
        .addKeyValue("gateway", target.gateway())
        .addKeyValue("problem", String.valueOf(why))
        .log("the gateway does not answer");
    boolean isSent =
        !(why instanceof ConnectException
            || why instanceof HttpConnectTimeoutException
            || why instanceof SSLHandshakeException);
    String what = isSent ? "the gateway has not answered" : "the gateway cannot be reached";
    String known =
        switch (request.method().name()) {
          case "GET", "HEAD" -> "";
          default ->
              isSent
                  ? "; whether it was published is not known; send it again with the same"
                      + " Idempotency-Key, or as the same version: that is harmless"
                  : "; nothing was published";
        };
    return unavailable(what + known);
  }

  private static Refusal unavailable(String what) {
    return Refusal.unavailable(List.of(new Problem("gateway", what)));
  }
}
