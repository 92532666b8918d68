package dev.tidings.gateway;

import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.Routes;
import dev.tidings.http.Senders;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topics;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * HTTP in front of the update topics: {@code POST /updates}, {@code PUT} and {@code DELETE
 * /updates/URI}. It answers 202 after Kafka's {@code acks=all}. {@code GET /publisher} says what
 * whoever asks may publish, and has published.
 *
 * <p>Any number of gateways may stand behind a balancer: all they know is on the topics. Memory is
 * bounded by the number of updates. Safe for use by several threads.
 */
public final class Gateway implements Routes, AutoCloseable {

  private final Access access;
  private final Producers producers;
  private final Sender sender;
  private final Following following;
  private final Handlers handlers;
  private final Publishers publishers;

  private Gateway(
      Access access,
      Producers producers,
      Sender sender,
      Following following,
      Handlers handlers,
      Publishers publishers) {
    this.access = access;
    this.producers = producers;
    this.sender = sender;
    this.following = following;
    this.handlers = handlers;
    this.publishers = publishers;
  }

  /**
   * Opens a gateway, which begins to read what stands on the topics: {@link #check} says when it is
   * ready. Until then it answers 503.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param access who may publish what
   * @param clock gives a {@code versionCreated} to submissions without one
   * @param registry takes the meters
   * @throws KafkaUnusable when Kafka does not answer within 10 s or lacks our topics, or records
   *     cannot be compressed here
   */
  public static Gateway open(
      Map<String, Object> client, Access access, Clock clock, MeterRegistry registry) {
    return open(client, clock, registry, Senders.of(access));
  }

  static Gateway open(
      Map<String, Object> client, Clock clock, MeterRegistry registry, Senders senders) {
    try (Topics topics = Topics.at(client)) {
      topics.check();
    }
    Producers producers = new Producers(client, registry);
    producers.checkCompression();
    Keys keys = new Keys(clock);
    Index index = new Index(keys);
    Following following = new Following(client, index);
    Sender sender = new Sender(producers);
    Meters meters = new Meters(registry, index);
    Posting posting = new Posting(index, sender, meters);
    NextVersions next =
        new NextVersions(
            following, index, keys, new Turns(producers), new Contents(client), meters, clock);
    Handlers handlers = new Handlers(senders, following, keys, posting, next, clock);
    Publishers publishers = new Publishers(senders, following, index);
    return new Gateway(senders.access(), producers, sender, following, handlers, publishers);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    access.guard(routes);
    routes.post("/updates", handlers::post);
    routes.put("/updates/<uri>", handlers::put);
    routes.delete("/updates/<uri>", handlers::delete);
    routes.get("/publisher", publishers::publisher);
    routes.get("/publisher/updates", publishers::updates);
    routes.get(Publishers.UPDATES + "<uri>", publishers::update);
  }

  /** Whether it can publish; for the {@link Health} of the process. */
  public Health.Check check() {
    return new Health.Check("gateway", following::problem);
  }

  /** Completes exceptionally when it can work no longer, and normally when it is closed. */
  public CompletableFuture<Void> ended() {
    return following.ended();
  }

  /** Ends; to be called when the server takes no more requests. */
  @Override
  public void close() {
    following.close();
    sender.close();
    producers.close();
  }
}
