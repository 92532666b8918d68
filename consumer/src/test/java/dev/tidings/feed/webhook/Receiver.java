package dev.tidings.feed.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;

/** A subscriber's server, on loopback; it keeps what it gets, and answers as it is told. */
final class Receiver implements AutoCloseable {

  /** How it answers a call; the first has the number 0. */
  record Reply(int status, Map<String, String> headers) {
    static Reply of(int status) {
      return new Reply(status, Map.of());
    }
  }

  record Call(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .findFirst()
          .orElseThrow()
          .getValue()
          .get(0);
    }

    String id() {
      return header("webhook-id");
    }

    JsonNode json() {
      return ((Reading.Good<JsonNode>) JsonText.parse(body.getBytes(UTF_8))).value();
    }

    String uri() {
      return json().get("update").get("uri").stringValue();
    }

    /** As a receiver does it who uses the library. */
    boolean isSignedWith(String secret) {
      try {
        new Webhook(secret).verify(body, headers);
        return true;
      } catch (Exception e) {
        return false;
      }
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile IntFunction<Reply> replies;

  private Receiver(IntFunction<Reply> replies) {
    this.replies = replies;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static Receiver answering(IntFunction<Reply> replies) {
    return new Receiver(replies);
  }

  static Receiver taking() {
    return new Receiver(n -> Reply.of(204));
  }

  void answer(IntFunction<Reply> newReplies) {
    replies = newReplies;
  }

  String url() {
    return "http://127.0.0.1:%d/hook?a=b".formatted(port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  List<String> uris() {
    return calls.stream().map(Call::uri).toList();
  }

  List<String> ids() {
    return calls.stream().map(Call::id).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    int number;
    synchronized (calls) {
      number = calls.size();
      calls.add(new Call(Map.copyOf(exchange.getRequestHeaders()), body));
    }
    Reply reply = replies.apply(number);
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.sendResponseHeaders(reply.status(), -1);
    exchange.close();
  }
}
