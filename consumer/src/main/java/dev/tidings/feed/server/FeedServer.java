package dev.tidings.feed.server;

import dev.tidings.feed.Replica;
import dev.tidings.feed.api.Api;
import dev.tidings.feed.desk.Desk;
import dev.tidings.feed.publishing.Forwarding;
import dev.tidings.feed.reference.Reference;
import dev.tidings.feed.stream.NotificationStream;
import dev.tidings.feed.syndication.Syndication;
import dev.tidings.feed.webhook.Webhooks;
import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.Refusal;
import dev.tidings.http.Routes;
import dev.tidings.http.Senders;
import dev.tidings.update.Problem;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topic;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The readers' side in one process: a replica of the topics, and all that is answered from it. It
 * keeps nothing of its own, so any number of them may stand behind a balancer.
 */
public final class FeedServer implements Routes, AutoCloseable {

  /**
   * What an operator decides.
   *
   * @param publicUrl under which readers reach the server, for absolute links; absent: relative
   *     ones where there are tokens, and else the address that a request names
   * @param privateWebhooks whether webhooks may go to addresses that are not public
   * @param publishing where one publishes who is at the feed
   * @param kafka the bootstrap address that readers of the topics are told
   * @param streams how many readers the stream has at one time, 1 … 10,000
   */
  public record Settings(
      @Nullable URI publicUrl,
      boolean privateWebhooks,
      Publishing publishing,
      String kafka,
      int streams) {

    /** Readers of the stream, unless an operator says otherwise. */
    public static final int USUAL_STREAMS = 5_000;

    /** So many were measured; the other connections of a server are for all that is no stream. */
    public static final int MOST_STREAMS = 10_000;

    public Settings {
      if (streams < 1 || streams > MOST_STREAMS) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%d streams; expected 1 … %d", streams, MOST_STREAMS));
      }
    }
  }

  private static final List<String> ALWAYS_ANSWERED =
      List.of("/health/", "/metrics", "/openapi.json", "/asyncapi.json", "/schemas/", "/assets/");

  /** What anybody may read, from pages of other origins too. */
  private static final List<String> OPEN =
      List.of(
          "/relationships",
          "/parties",
          "/updates",
          "/notifications",
          "/snapshot",
          "/feed.atom",
          "/feed.json",
          "/openapi.json",
          "/asyncapi.json",
          "/schemas");

  /** The topics that a feed reads. */
  private static final List<String> READ =
      Stream.concat(
              Topic.updates().stream(),
              Stream.of(Topic.NOTIFICATIONS, Topic.SUBSCRIPTIONS, Topic.CURSORS)
                  .map(Topic::topicName))
          .toList();

  private final Access access;
  private final Replica replica;
  private final NotificationStream stream;
  private final Webhooks webhooks;
  private final List<Routes> parts;

  private FeedServer(
      Access access,
      Replica replica,
      NotificationStream stream,
      Webhooks webhooks,
      List<Routes> others) {
    this.access = access;
    this.replica = replica;
    this.stream = stream;
    this.webhooks = webhooks;
    this.parts = Stream.concat(Stream.of(stream, webhooks), others.stream()).toList();
  }

  /**
   * Begins to read what stands on the topics; {@link #check} says when it is ready. Until then it
   * answers 503.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param access who may subscribe webhooks, preview updates, and publish through the feed
   * @throws KafkaUnusable when Kafka is not there, has not our topics, or refuses us
   */
  public static FeedServer open(
      Map<String, Object> client,
      Settings settings,
      Access access,
      Clock clock,
      MeterRegistry metrics) {
    Replica replica = Replica.open(client);
    Senders senders = Senders.of(access);
    Gauge.builder("tidings.feed.notifications", replica.feed(), feed -> feed.size())
        .register(metrics);
    Gauge.builder("tidings.feed.head", replica.feed(), feed -> feed.head()).register(metrics);
    READ.forEach(topic -> countUnreadable(metrics, replica, topic));
    return new FeedServer(
        access,
        replica,
        new NotificationStream(replica.feed(), metrics, settings.streams()),
        Webhooks.open(
            client,
            replica,
            clock,
            new Webhooks.Settings(settings.privateWebhooks()),
            metrics,
            request -> senders.publisher(request).name()),
        Stream.concat(
                Stream.of(
                    new Desk(replica, settings.publishing().isPossible(), settings.kafka(), clock),
                    new Api(replica, senders, clock),
                    new Syndication(replica.feed(), settings.publicUrl(), access::urlOf, clock),
                    new Reference()),
                settings.publishing() instanceof Publishing.At at
                    ? Stream.of(new Forwarding(at.gateway(), senders))
                    : Stream.empty())
            .toList());
  }

  private static void countUnreadable(MeterRegistry metrics, Replica replica, String topic) {
    FunctionCounter.builder(
            "tidings.feed.unreadable", replica.unreadable(), records -> records.count(topic))
        .description("Records from which nothing could be read, by topic")
        .tag("topic", topic)
        .register(metrics);
  }

  /** What it answers from. */
  public Replica replica() {
    return replica;
  }

  /** Whether it can answer; for the {@link Health} of the process. */
  public Health.Check check() {
    return new Health.Check(
        "feed",
        () ->
            replica.isReady()
                ? Optional.empty()
                : Optional.of("still reads what stands on the topics, or has lost Kafka"));
  }

  /** Completes exceptionally when it can follow Kafka no longer, and normally when it is closed. */
  public CompletableFuture<Void> ended() {
    return replica.ended();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    access.guard(routes);
    access.share(routes, OPEN);
    routes.before(this::refuseUntilComplete);
    parts.forEach(part -> part.addTo(routes));
  }

  @Override
  public void beforeStop() {
    parts.forEach(Routes::beforeStop);
  }

  /** Half of what is known is worse than an answer a little later. */
  private void refuseUntilComplete(Context request) {
    boolean read =
        HandlerType.GET.equals(request.method())
            || HandlerType.HEAD.equals(request.method())
            || request.path().equals(Api.PREVIEW);
    if (read
        && !replica.complete().isDone()
        && ALWAYS_ANSWERED.stream().noneMatch(request.path()::startsWith)) {
      throw Refusal.unavailable(
          List.of(new Problem("feed", "still reads what stands on the topics")));
    }
  }

  /** Ends; to be called when the server takes no more requests. */
  @Override
  public void close() {
    stream.close();
    webhooks.close();
    replica.close();
  }
}
