package dev.tidings.feed.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Calls receivers, many at one time, without a thread for each. It follows no redirects, keeps no
 * cookies, answers no challenges and unpacks nothing.
 */
final class Sender implements AutoCloseable {

  /** Of finding the address, connecting, sending, waiting and reading together. */
  static final Duration WHOLE_CALL = Duration.ofSeconds(15);

  private static final int THREADS = 8;
  private static final int HEADER_BYTES = 8 * 1024;

  /** Shorter than servers usually keep an unused connection open, so that none fails by that. */
  private static final long UNUSED_CONNECTION_MS = 4_000;

  private static final long UNUSED_DESTINATION_MS = 60_000;

  private final HttpClient client = new HttpClient();
  private final Clock clock;
  private final Duration wholeCall;

  Sender(Gate gate, Clock clock, Duration wholeCall) {
    this.clock = clock;
    this.wholeCall = wholeCall;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("tidings-webhooks");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setSocketAddressResolver(gate);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.setConnectTimeout(wholeCall.toMillis());
    client.setAddressResolutionTimeout(wholeCall.toMillis());
    client.setDestinationIdleTimeout(UNUSED_DESTINATION_MS);
    client.setIdleTimeout(UNUSED_CONNECTION_MS);
    client.setMaxResponseHeadersSize(HEADER_BYTES);
    // Those who share a host must not wait for one another's answers.
    client.setMaxConnectionsPerDestination(Store.MOST_SUBSCRIPTIONS);
    start();
  }

  /** Sends a message, signed now with each of these secrets. */
  Sending send(String url, List<Secret> secrets, String message, byte[] body) {
    Instant now = clock.instant();
    String signatures =
        secrets.stream()
            .map(secret -> secret.sign(message, now, body))
            .collect(Collectors.joining(" "));
    Request request =
        client
            .newRequest(URI.create(url))
            .method(HttpMethod.POST)
            .timeout(wholeCall.toMillis(), TimeUnit.MILLISECONDS)
            .idleTimeout(wholeCall.toMillis(), TimeUnit.MILLISECONDS)
            .headers(
                headers ->
                    headers
                        .put(HttpHeader.USER_AGENT, "Tidings")
                        .put("webhook-id", message)
                        .put("webhook-timestamp", Long.toString(now.getEpochSecond()))
                        .put("webhook-signature", signatures))
            .body(new BytesRequestContent("application/json", body));
    return Sending.start(request, now, wholeCall);
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not stop", e);
    }
  }

  private void start() {
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not start", e);
    }
    client.getContentDecoderFactories().clear();
    ProtocolHandlers handlers = client.getProtocolHandlers();
    handlers.remove(RedirectProtocolHandler.NAME);
    handlers.remove(WWWAuthenticationProtocolHandler.NAME);
  }
}
