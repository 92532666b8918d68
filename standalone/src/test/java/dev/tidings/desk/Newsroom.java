package dev.tidings.desk;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.standalone.RunningStack;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.UpdateJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Everything that {@code tidings up} runs, and somebody who publishes there over HTTP. */
final class Newsroom implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final RunningStack stack;
  private String token = "";

  private Newsroom(Path folder, RunningStack stack) {
    this.folder = folder;
    this.stack = stack;
  }

  static Newsroom start(String... options) {
    try {
      Path folder = Files.createTempDirectory("newsroom");
      return new Newsroom(folder, RunningStack.in(folder, options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One with what this one knew, at the same ports; this one must be cut. */
  Newsroom restored() throws IOException {
    return new Newsroom(folder, stack.again(folder));
  }

  /** One that knows nothing of this one, at the same ports; this one must be cut. */
  Newsroom anew() throws IOException {
    Path empty = Files.createTempDirectory("newsroom");
    return new Newsroom(empty, stack.again(empty));
  }

  /** Ends it at once, as a power cut does. */
  void cut() {
    stack.close();
  }

  /** Whoever publishes has this token. */
  void use(String given) {
    token = given;
  }

  String url() {
    return stack.url();
  }

  String bootstrap() {
    return stack.bootstrap();
  }

  String page(String path) {
    return url() + path;
  }

  /** Publishes, and gives {@link System#nanoTime} of when that was acknowledged. */
  long publish(UpdateFixture update) {
    return publish(update.get());
  }

  long publish(RelationshipUpdate update) {
    assertThat(send("POST", "/updates", "application/json", json(update)).statusCode())
        .isEqualTo(202);
    return System.nanoTime();
  }

  private static String json(RelationshipUpdate update) {
    return new String(UpdateJson.write(update), StandardCharsets.UTF_8);
  }

  /** Publishes some in one request, and waits until the feed has told of each. */
  void tell(UpdateFixture... updates) {
    String lines =
        Arrays.stream(updates).map(update -> json(update.get())).collect(Collectors.joining("\n"));
    assertThat(send("POST", "/updates", "application/x-ndjson", lines).statusCode()).isEqualTo(202);
    awaitTold(updates);
  }

  /** The same for texts that a gateway refuses and that topics may hold from before it did. */
  void tellPastTheGateway(UpdateFixture... updates) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (UpdateFixture update : updates) {
        Future<RecordMetadata> sent = producer.send(CloudEvents.record(update.get()));
        await().until(sent::isDone);
      }
      producer.flush();
    }
    awaitTold(updates);
  }

  private void awaitTold(UpdateFixture... updates) {
    for (UpdateFixture update : updates) {
      RelationshipUpdate published = update.get();
      String told = "\"uri\":\"%s\",\"version\":%d".formatted(published.uri(), published.version());
      String path = "/notifications?limit=1000&pair=" + published.relationship();
      await().atMost(Duration.ofSeconds(30)).until(() -> json(path).contains(told));
    }
  }

  /** An update of today, as most news is: what is long past wakes nobody. */
  static UpdateFixture today(String name) {
    return update(name)
        .occurred(LocalDate.now(ZoneOffset.UTC).toString())
        .issued(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  long kill(String uri, String note) {
    HttpResponse<String> answer =
        send(
            "DELETE",
            "/updates/" + encoded(uri) + "?edNote=" + encoded(note),
            "application/json",
            "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return System.nanoTime();
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(page(path)))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  /** What a browser gets that asks for a page. */
  HttpResponse<String> html(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(page(path))).header("Accept", "text/html").build());
  }

  String json(String path) {
    return send(HttpRequest.newBuilder(URI.create(page(path))).build()).body();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.uri().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    cut();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
