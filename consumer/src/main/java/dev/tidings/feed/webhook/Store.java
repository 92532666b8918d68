package dev.tidings.feed.webhook;

import dev.tidings.http.Refusal;
import dev.tidings.update.Problem;
import dev.tidings.wire.Json;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Changes subscriptions: in Kafka first. It returns when this process has read the change back, so
 * that it has not lost to another one's, and asking again finds it.
 */
final class Store implements AutoCloseable {

  /** Of all owners together. */
  static final int MOST_SUBSCRIPTIONS = 1_000;

  /** So that one owner does not take them all. */
  static final int MOST_OF_ONE = 100;

  private static final int WAIT_SECONDS = 10;

  private final Registry registry;
  private final Producer<byte[], byte[]> producer;
  private final ReentrantLock lock = new ReentrantLock();

  Store(Map<String, Object> client, Registry registry) {
    this.registry = registry;
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT_SECONDS * 1_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, WAIT_SECONDS * 1_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WAIT_SECONDS * 1_000);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Waits until all changes that are acknowledged by now are here. */
  void catchUp() {
    try {
      registry.catchUp();
    } catch (KafkaUnusable e) {
      Refusal refusal = unavailable();
      refusal.initCause(e);
      throw refusal;
    }
  }

  void add(Subscription subscription) {
    inTurn(
        () -> {
          registry.catchUp();
          if (registry.size() >= MOST_SUBSCRIPTIONS) {
            throw conflict(
                String.format(
                    Locale.ROOT, "%d subscriptions; expected at most as many", MOST_SUBSCRIPTIONS));
          }
          checkShare(subscription.owner());
          write(subscription.id(), subscription);
          return subscription;
        });
  }

  /**
   * Changes what stands now.
   *
   * @param find finds it again, or refuses
   */
  Subscription edit(
      Function<Registry, Subscription> find, Function<Subscription, Subscription> change) {
    return inTurn(
        () -> {
          registry.catchUp();
          Subscription changed = change.apply(find.apply(registry));
          write(changed.id(), changed);
          return changed;
        });
  }

  void remove(Function<Registry, Subscription> find) {
    inTurn(
        () -> {
          registry.catchUp();
          String id = find.apply(registry).id();
          write(id, null);
          return id;
        });
  }

  /** Where there are no tokens all are of one owner, who has no name. */
  private void checkShare(String owner) {
    if (!owner.isEmpty() && registry.countOf(owner) >= MOST_OF_ONE) {
      throw conflict(
          String.format(
              Locale.ROOT, "%d subscriptions of yours; expected at most as many", MOST_OF_ONE));
    }
  }

  static Refusal conflict(String detail) {
    return Refusal.of(409, "Conflict", detail);
  }

  @Override
  public void close() {
    producer.close();
  }

  private interface Change<T> {
    T make() throws ExecutionException, InterruptedException, TimeoutException;
  }

  private <T> T inTurn(Change<T> change) {
    try {
      if (!lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw unavailable();
      }
      try {
        return change.make();
      } finally {
        lock.unlock();
      }
    } catch (KafkaException | KafkaUnusable | ExecutionException | TimeoutException e) {
      Refusal refusal = unavailable();
      refusal.initCause(e);
      throw refusal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private void write(String id, @Nullable Subscription value)
      throws ExecutionException, InterruptedException, TimeoutException {
    var unused =
        producer
            .send(
                new ProducerRecord<>(
                    Topic.SUBSCRIPTIONS.topicName(),
                    id.getBytes(StandardCharsets.UTF_8),
                    value == null ? null : Json.write(value)))
            .get(WAIT_SECONDS, TimeUnit.SECONDS);
    registry.catchUp();
    Subscription found = registry.find(id).map(Registry.Held::subscription).orElse(null);
    if (value == null ? found != null : !value.equals(found)) {
      throw conflict(id + " was changed elsewhere at the same moment; look at it and try again");
    }
  }

  private static Refusal unavailable() {
    return Refusal.unavailable(
        List.of(new Problem("", "Kafka does not answer; whether this was done is not known")));
  }
}
