package dev.tidings.feed.webhook;

import dev.tidings.feed.Replica;
import dev.tidings.http.Routes;
import dev.tidings.wire.KafkaUnusable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;

/**
 * Webhooks: readers say where they want to be told, and are. Any number of processes may run it;
 * each subscription is delivered by one of them, and by another when that one dies.
 *
 * <p>A subscriber gets what its filters let through, in the feed's order, at least once.
 */
public final class Webhooks implements Routes, AutoCloseable {

  /**
   * What is allowed.
   *
   * @param allowPrivate whether receivers may be in private networks and on this machine, as in an
   *     intranet; else such addresses are refused
   */
  public record Settings(boolean allowPrivate) {}

  /** What tests replace. */
  record Surroundings(Resolver resolver, Schedule schedule, Duration wholeCall) {
    static final Surroundings REAL =
        new Surroundings(Resolver.system(), Schedule.STANDARD, Sender.WHOLE_CALL);
  }

  private final Gate gate;
  private final Sender sender;
  private final Deliveries deliveries;
  private final Registry registry;
  private final Store store;
  private final DeliveryThread delivering;
  private final Management management;

  private Webhooks(
      Map<String, Object> client,
      Replica replica,
      Clock clock,
      Settings settings,
      MeterRegistry meters,
      Function<Context, String> owner,
      Surroundings surroundings) {
    CompletableFuture<Registry> later = new CompletableFuture<>();
    ScheduledThreadPoolExecutor thread = Deliveries.thread();
    Ledger ledger = new Ledger();
    this.gate = new Gate(surroundings.resolver(), settings.allowPrivate());
    this.sender = new Sender(gate, clock, surroundings.wholeCall());
    this.deliveries =
        new Deliveries(
            later::join,
            new Courier.Tools(
                replica.feed(),
                sender,
                surroundings.schedule(),
                clock,
                ledger,
                new Meters(meters),
                thread),
            thread);
    this.registry = new Registry(client, replica.unreadable(), deliveries::changed);
    later.complete(registry);
    this.store = new Store(client, registry);
    this.management =
        new Management(
            owner, registry, store, replica.feed(), gate, clock, new Trial(sender, clock));
    this.delivering =
        new DeliveryThread(
            replica,
            registry,
            deliveries,
            () -> new Membership(client, registry, deliveries, ledger));
    replica.feed().onNews(deliveries::wake);
  }

  /**
   * Begins to deliver, as soon as the replica is complete.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param owner names whoever sends a request to manage subscriptions, or refuses
   * @throws KafkaUnusable when Kafka does not answer, or has not our topics
   */
  public static Webhooks open(
      Map<String, Object> client,
      Replica replica,
      Clock clock,
      Settings settings,
      MeterRegistry meters,
      Function<Context, String> owner) {
    return open(client, replica, clock, settings, meters, owner, Surroundings.REAL);
  }

  static Webhooks open(
      Map<String, Object> client,
      Replica replica,
      Clock clock,
      Settings settings,
      MeterRegistry meters,
      Function<Context, String> owner,
      Surroundings surroundings) {
    Webhooks webhooks = new Webhooks(client, replica, clock, settings, meters, owner, surroundings);
    webhooks.delivering.start();
    return webhooks;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    management.addTo(routes);
  }

  /** Whether subscriptions can be managed and delivered: Kafka is followed, the group is joined. */
  public boolean isReady() {
    return registry.started().isDone() && !registry.ended().isDone() && delivering.isMember();
  }

  /** Hands over to other processes; calls that are under way have 3 s to end. */
  @Override
  public void close() {
    delivering.close();
    registry.close();
    deliveries.close();
    store.close();
    sender.close();
    gate.close();
  }
}
