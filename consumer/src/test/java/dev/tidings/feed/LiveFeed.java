package dev.tidings.feed;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.feed.reference.Documented;
import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Routes;
import dev.tidings.summarise.Backlog;
import dev.tidings.summarise.Summariser;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.Topic;
import dev.tidings.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A broker, the worker, a replica of the topics and an HTTP server, as a test needs them. */
public final class LiveFeed implements AutoCloseable {

  private static final int PARTITIONS = 2;

  private final EmbeddedBroker broker;
  private final Map<String, Object> client;
  private final Producer<byte[], byte[]> producer;
  private final List<Routes> routes;
  private Summariser worker;
  private Thread working;
  private final Replica replica;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final MeterRegistry meters;

  private LiveFeed(
      EmbeddedBroker broker,
      MeterRegistry meters,
      BiFunction<Map<String, Object>, Replica, List<Routes>> parts) {
    this.broker = broker;
    this.meters = meters;
    this.client = Map.of("bootstrap.servers", broker.bootstrap());
    try (Topics topics = Topics.at(client)) {
      topics.create(PARTITIONS);
    }
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    this.worker = new Summariser(client, new SimpleMeterRegistry());
    this.working = new Thread(worker, "worker");
    working.start();
    this.replica = Replica.open(client);
    replica.complete().join();
    this.routes = parts.apply(client, replica);
    this.server = HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), routes);
  }

  /**
   * Starts it all in an empty folder.
   *
   * @param routes what the server answers
   */
  public static LiveFeed start(Path folder, Function<Replica, List<Routes>> routes) {
    return new LiveFeed(
        EmbeddedBroker.start(folder, 0),
        new SimpleMeterRegistry(),
        (client, replica) -> routes.apply(replica));
  }

  /** Starts it all with a whole feed, whose webhooks may go to this machine. */
  public static LiveFeed serving(Path folder) {
    HttpServer.Settings here = HttpServer.Settings.at("127.0.0.1", 0);
    MeterRegistry meters = new SimpleMeterRegistry();
    LiveFeed live =
        new LiveFeed(
            EmbeddedBroker.start(folder, 0),
            meters,
            (client, replica) ->
                List.of(
                    FeedServer.open(
                        client,
                        new FeedServer.Settings(
                            null,
                            true,
                            new Publishing.Nowhere(),
                            "127.0.0.1:9092",
                            FeedServer.Settings.USUAL_STREAMS),
                        Access.of(null, here),
                        Clock.systemUTC(),
                        meters)));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> live.get("/notifications").statusCode() == 200);
    return live;
  }

  /** Ends the worker; what is published is not told until it is started again. */
  public void stopWorker() {
    worker.stop();
    try {
      working.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void startWorker() {
    worker = new Summariser(client, new SimpleMeterRegistry());
    working = new Thread(worker, "worker");
    working.start();
  }

  public Map<String, Object> client() {
    return client;
  }

  /** What a feed counts that {@link #serving} has started. */
  public MeterRegistry meters() {
    return meters;
  }

  public Replica replica() {
    return replica;
  }

  /** Such as {@code http://127.0.0.1:40123}. */
  public String url() {
    return server.url();
  }

  public int port() {
    return server.port();
  }

  /** Publishes, and waits until all of it is acknowledged; not until anybody has seen it. */
  public void publish(List<RelationshipUpdate> updates) {
    List<Future<?>> sent = new ArrayList<>();
    updates.forEach(update -> sent.add(producer.send(CloudEvents.record(update))));
    producer.flush();
    for (Future<?> one : sent) {
      try {
        one.get();
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException("a test's record was not taken", e);
      }
    }
  }

  public void publish(RelationshipUpdate... updates) {
    publish(List.of(updates));
  }

  /** Writes records as they are, whatever they say. */
  public void write(List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(
        record -> {
          var unused = producer.send(record);
        });
    producer.flush();
  }

  /** Waits until the worker has told of all that is published, and the replica has all of that. */
  public void awaitTold() {
    try (Backlog backlog = new Backlog(client, PARTITIONS)) {
      Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> backlog.size() == 0);
    }
    long end = endOfFeed();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> end == 0 || replica.feed().head() >= end - 2);
  }

  /** The last record of a transaction is its marker, behind the last notification. */
  private long endOfFeed() {
    TopicPartition feed = new TopicPartition(Topic.NOTIFICATIONS.topicName(), 0);
    try (Admin admin = Admin.create(Map.copyOf(client))) {
      return admin
          .listOffsets(Map.of(feed, OffsetSpec.latest()))
          .partitionResult(feed)
          .get()
          .offset();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }

  /** Asks the server; {@code path} begins with a slash. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Documented.check(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }

  /** Posts JSON, and gives the answer's body. */
  public String post(String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }

  @Override
  public void close() {
    server.close();
    routes.stream()
        .filter(FeedServer.class::isInstance)
        .forEach(part -> ((FeedServer) part).close());
    replica.close();
    stopWorker();
    producer.close(Duration.ofSeconds(2));
    broker.close();
  }
}
