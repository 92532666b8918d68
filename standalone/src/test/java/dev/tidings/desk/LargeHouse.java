package dev.tidings.desk;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.Change;
import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.NotificationJson;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Topic;
import dev.tidings.wire.Topics;
import dev.tidings.wire.UpdateJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A newsroom of many relationships, one of them of many updates. */
final class LargeHouse implements AutoCloseable {

  static final String PAIR = "CHN-USA";

  /** Each kind of page. */
  static final List<String> PAGES =
      List.of(
          "/",
          "/relationships",
          "/relationships?sort=coldest&page=40",
          "/relationships/" + PAIR,
          "/relationships/" + PAIR + "?asOf=1990-01-01&since=1980-01-01",
          "/relationships/" + PAIR + "?q=4999",
          "/parties",
          "/parties/AFG",
          "/find?q=china",
          "/updates/test:large-500",
          "/publish");

  private static final int PARTITIONS = 4;
  private static final LocalDate FIRST = LocalDate.parse("1947-01-01");
  private static final List<String> MODES =
      List.of(
          "\"kind\":\"visit\",\"mode\":\"visit\"",
          "\"kind\":\"statement\",\"mode\":\"criticism\"",
          "\"kind\":\"agreement\",\"mode\":\"signed\",\"thread\":{\"id\":\"agreement/%d\",\"effect\":\"begins\",\"terms\":\"What holds now, in some words\"}",
          "\"kind\":\"incident\",\"mode\":\"clash\"",
          "\"kind\":\"statement\",\"mode\":\"accusation\",\"standing\":\"claimed\",\"attributedTo\":{\"party\":\"USA\"}");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final EmbeddedBroker broker;
  private final FeedServer feed;
  private final HttpServer server;

  private LargeHouse(Path folder, EmbeddedBroker broker, FeedServer feed, HttpServer server) {
    this.folder = folder;
    this.broker = broker;
    this.feed = feed;
    this.server = server;
  }

  /**
   * Puts it all on the topics, what was told of each update too, and serves it. A worker would tell
   * the same, and take minutes: each update of one relationship changes its summary.
   *
   * @param relationships at most 20,000
   * @param updates of one of them
   */
  static LargeHouse start(int relationships, int updates) throws IOException {
    Path folder = Files.createTempDirectory("large");
    EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    try (Topics topics = Topics.at(client)) {
      topics.create(PARTITIONS);
    }
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      write(producer, relationships, updates);
    }
    HttpServer.Settings here = HttpServer.Settings.at("127.0.0.1", 0);
    FeedServer feed =
        FeedServer.open(
            client,
            new FeedServer.Settings(
                null,
                false,
                new Publishing.Here(),
                broker.bootstrap(),
                FeedServer.Settings.USUAL_STREAMS),
            Access.of(null, here),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    feed.replica().complete().join();
    return new LargeHouse(folder, broker, feed, HttpServer.start(here, List.of(feed)));
  }

  private static void write(
      KafkaProducer<byte[], byte[]> producer, int relationships, int updates) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int i = 0; i < updates; i++) {
      tell(
          record -> sent.add(producer.send(record)),
          i,
          line(i, i * 28_000L / updates, "CHN", "USA"));
    }
    int pairs = 1;
    List<Party> parties = Party.all().stream().sorted().toList();
    for (int i = 0; i < parties.size() && pairs < relationships; i++) {
      for (int j = i + 1; j < parties.size() && pairs < relationships; j++) {
        String one = parties.get(i).code();
        String other = parties.get(j).code();
        if (!PAIR.equals(one + "-" + other)) {
          int number = updates + pairs;
          tell(
              record -> sent.add(producer.send(record)),
              number,
              line(number, 20_000L + pairs % 8_000, one, other));
          pairs++;
        }
      }
    }
    sent.forEach(LargeHouse::checked);
  }

  private static void checked(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a record was not taken", e);
    }
  }

  private static void tell(
      Consumer<ProducerRecord<byte[], byte[]>> producer, int number, String line) {
    if (UpdateJson.read(line.getBytes(StandardCharsets.UTF_8))
        instanceof Reading.Good<RelationshipUpdate> good) {
      RelationshipUpdate update = good.value();
      producer.accept(CloudEvents.record(update));
      producer.accept(
          new ProducerRecord<>(
              Topic.NOTIFICATIONS.topicName(),
              update.relationship().key().getBytes(StandardCharsets.UTF_8),
              NotificationJson.write(notification(number, update))));
    } else {
      throw new IllegalArgumentException(line);
    }
  }

  private static Notification notification(int number, RelationshipUpdate update) {
    return new Notification(
        "%032x".formatted(number),
        update.relationship(),
        Reason.UPDATE,
        update.urgencyOrDefault(),
        update.headline(),
        update.occurred(),
        update.versionCreated(),
        Notification.About.of(update),
        List.of(new Change("counts/" + update.kind().word(), null, "1")),
        number);
  }

  private static String line(int i, long day, String one, String other) {
    LocalDate occurred = FIRST.plusDays(day);
    return "{\"uri\":\"test:large-%d\",%s,\"occurred\":\"%s\",\"versionCreated\":\"%sT12:00:00Z\",\"actor\":\"%s\",\"counterpart\":\"%s\",\"headline\":\"What was reported as number %d, in the words of a headline\"}%n"
        .formatted(
            i, MODES.get(i % MODES.size()).formatted(i % 500), occurred, occurred, one, other, i);
  }

  /** What a browser gets that asks for a page. */
  HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page(path))).header("Accept", "text/html").build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  String page(String path) {
    return server.url() + path;
  }

  static int bytes(HttpResponse<String> page) {
    return page.body().getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Prints the bytes of each page, and the median time of five in ms, with 10,000 relationships and
   * 100,000 updates in one of them.
   */
  public static void main(String[] args) throws IOException {
    try (LargeHouse house = start(10_000, 100_000)) {
      for (String path : PAGES) {
        long[] times = LongStream.range(0, 5).map(i -> house.time(path)).sorted().toArray();
        System.out.printf(
            "%-60s %7d bytes %7.1f ms%n", path, bytes(house.get(path)), times[2] / 1e6);
      }
    }
  }

  private long time(String path) {
    long began = System.nanoTime();
    get(path);
    return System.nanoTime() - began;
  }

  @Override
  public void close() throws IOException {
    server.close();
    feed.close();
    broker.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
