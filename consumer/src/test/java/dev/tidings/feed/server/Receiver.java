package dev.tidings.feed.server;

import com.sun.net.httpserver.HttpServer;
import dev.tidings.feed.LiveFeed;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Takes what a webhook sends. */
final class Receiver implements AutoCloseable {

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private Receiver(HttpServer server) {
    this.server = server;
  }

  static Receiver start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Receiver receiver = new Receiver(server);
      server.createContext(
          "/",
          exchange -> {
            receiver.bodies.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Subscribes to everything from now on, and gives the subscription's id. */
  String subscribeAt(LiveFeed live) {
    String answer =
        live.post(
            "/subscriptions",
            "{\"url\":\"http://127.0.0.1:%d/hook\",\"filters\":{},\"description\":\"a test\"}"
                .formatted(server.getAddress().getPort()));
    if (JsonText.parse(answer.getBytes(StandardCharsets.UTF_8))
        instanceof Reading.Good<JsonNode> json) {
      return json.value().at("/id").asString();
    }
    throw new AssertionError(answer);
  }

  List<String> bodies() {
    return List.copyOf(bodies);
  }

  void forget() {
    bodies.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
