package dev.tidings.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that read, send or end nothing; more of them than a server has threads. */
class SlowClientTest {

  private static final int MORE_THAN_THREADS = 260;
  private static final int READERS = 20;

  /** More than the kernel takes for a reader that takes nothing. */
  private static final int LARGE_BYTES = 6_000_000;

  private static final byte[] LARGE = "0123456789".repeat(LARGE_BYTES / 10).getBytes(ISO_8859_1);

  /** None is too slow while a test lasts, and few large answers are too many. */
  private static final Pace PATIENT = new Pace(100, 1024, Duration.ofMinutes(5), 32 * 1024 * 1024);

  /** Everybody is too slow who stops. */
  private static final Pace SHORT = new Pace(1_000, 1_000_000, Duration.ofMillis(200), 1L << 30);

  private static final HttpServer.Settings HERE = HttpServer.Settings.at("127.0.0.1", 0);
  private static final Answers ANSWERS = new Answers();
  private static final HttpServer PATIENTLY = start(HERE.withPace(PATIENT));
  private static final HttpServer SHORTLY = start(HERE.withPace(SHORT));

  private final List<Socket> clients = new ArrayList<>();

  private static HttpServer start(HttpServer.Settings settings) {
    return HttpServer.start(settings, List.of(ANSWERS), List.of(new Health(List.of())));
  }

  @AfterEach
  void leave() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  @AfterAll
  static void close() {
    PATIENTLY.close();
    SHORTLY.close();
  }

  @Test
  void readersThatReadNothingStopNobody() throws Exception {
    for (int i = 0; i < READERS; i++) {
      send(PATIENTLY, "GET /written HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    await().until(() -> ANSWERS.written.get() == READERS);
    assertThat(PATIENTLY.cutOffs()).as("more than may be held").isPositive();
    assertThat(get(PATIENTLY, "/large").body()).hasSize(LARGE_BYTES);
  }

  @Test
  void bodiesThatDoNotEndStopNobody() throws Exception {
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      send(PATIENTLY, "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nonly");
    }

    assertThat(get(PATIENTLY, "/health/live").statusCode()).isEqualTo(200);
    assertThat(post(PATIENTLY, "all of it").body()).isEqualTo("all of it");
    assertThat(ANSWERS.echoing.get()).isZero();
  }

  @Test
  void healthIsAnsweredWhileAllOthersWork() throws Exception {
    ANSWERS.work = new CountDownLatch(1);
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      send(PATIENTLY, "GET /work HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    assertThat(get(PATIENTLY, "/health/live").statusCode()).isEqualTo(200);

    ANSWERS.work.countDown();
    assertThat(get(PATIENTLY, "/work").statusCode()).isEqualTo(200);
  }

  @Test
  void aReaderThatStopsIsCutOff() throws Exception {
    long before = SHORTLY.cutOffs();
    Socket client = send(SHORTLY, "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");

    await().until(() -> SHORTLY.cutOffs() == before + 1);

    assertThat(client.getInputStream().readAllBytes()).hasSizeLessThan(LARGE_BYTES);
  }

  @Test
  void aBodyThatStopsIsAnswered408() throws Exception {
    Socket client =
        send(SHORTLY, "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nonly");

    String answer = new String(client.getInputStream().readAllBytes(), ISO_8859_1);

    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("the body does not come in time");
  }

  @Test
  void aHeadThatDripsIsCutOff() throws Exception {
    Socket client = send(SHORTLY, "GET /large HTTP/1.1\r\nHost: localhost\r\nX-Drip: ");

    // The server's patience with silence, 30 s, would begin anew with each byte.
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !takes(client, 'x'));
  }

  @Test
  void anAddressHasNoMoreConnectionsThanItMay() throws Exception {
    try (HttpServer server = start(HERE.withMostOfAnAddress(2))) {
      // Connections are opened in several threads: these two are, once they are answered.
      Socket first = answered(server);
      Socket second = answered(server);

      Socket third = send(server, "");
      assertThat(third.getInputStream().read()).isEqualTo(-1);

      first.close();
      await().ignoreExceptions().until(() -> get(server, "/health/live").statusCode() == 200);
      assertThat(second.isClosed()).isFalse();
    }
  }

  @Test
  void healthHasAPortOfItsOwnWhereWanted() throws Exception {
    try (HttpServer server = start(HERE.withManagementPort(0))) {
      assertThat(get(server, "/health/live").statusCode()).isEqualTo(404);
      assertThat(get(server.management(), "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(server.management(), "/large").statusCode()).isEqualTo(404);
    }
  }

  private Socket send(HttpServer to, String text) throws IOException {
    Socket socket = new Socket();
    clients.add(socket);
    // Else the kernel takes all of an answer for a reader that takes nothing.
    socket.setReceiveBufferSize(4 * 1024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to.port()));
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    return socket;
  }

  private Socket answered(HttpServer by) throws IOException {
    Socket client = send(by, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(client.getInputStream().read()).isEqualTo('H');
    return client;
  }

  private static boolean takes(Socket client, char one) throws IOException {
    try {
      client.getOutputStream().write(one);
      return true;
    } catch (SocketException e) {
      return false;
    }
  }

  private static HttpResponse<String> get(HttpServer from, String path) throws Exception {
    return ask(HttpRequest.newBuilder(URI.create(from.url() + path)));
  }

  private static HttpResponse<String> post(HttpServer to, String body) throws Exception {
    return ask(
        HttpRequest.newBuilder(URI.create(to.url() + "/echo")).POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
  }

  private static final class Answers implements Routes {

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger echoing = new AtomicInteger();
    private volatile CountDownLatch work = new CountDownLatch(0);

    @Override
    public void addTo(RoutesConfig routes) {
      routes.get("/large", request -> request.contentType("text/plain").result(LARGE));
      routes.get("/written", this::write);
      routes.post("/echo", this::echo);
      routes.get("/work", request -> work.await());
    }

    private void write(Context request) throws IOException {
      try {
        request.outputStream().write(LARGE);
      } finally {
        written.incrementAndGet();
      }
    }

    private void echo(Context request) {
      echoing.incrementAndGet();
      try {
        request.contentType("text/plain").result(Body.read(request, 10_000));
      } finally {
        echoing.decrementAndGet();
      }
    }
  }
}
