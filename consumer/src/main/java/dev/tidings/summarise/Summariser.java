package dev.tidings.summarise;

import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Role;
import dev.tidings.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker: folds the update topics into summaries and notifications, exactly once.
 *
 * <p>Any number may run in one group; each has some partition numbers of every update topic. {@link
 * #run} works until {@link #stop}, starting anew after any failure that starting anew can mend.
 */
public final class Summariser implements Runnable {

  /** The group whose offsets say what has been announced. */
  public static final String GROUP = Role.SUMMARISE.group();

  private static final Logger LOG = LoggerFactory.getLogger(Summariser.class);
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 5_000;

  private final Map<String, Object> client;
  private final Supplier<Outbox> outboxes;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Tally tally;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * A worker that does not run yet.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param metrics takes its meters
   */
  public Summariser(Map<String, Object> client, MeterRegistry metrics) {
    this(client, () -> new TransactionalOutbox(client), Clock.systemUTC(), metrics);
  }

  /**
   * One with another way to commit.
   *
   * @param clock says when an embargo ends and a thread lapses, and nothing else
   */
  Summariser(
      Map<String, Object> client, Supplier<Outbox> outboxes, Clock clock, MeterRegistry metrics) {
    this.client = Map.copyOf(client);
    this.outboxes = outboxes;
    this.clock = clock;
    this.metrics = metrics;
    this.tally = new Tally(metrics);
  }

  public Tally tally() {
    return tally;
  }

  /** What keeps it from its work, in one line; empty when it works, or is there in reserve. */
  public Optional<String> problem() {
    return tally.problem();
  }

  /**
   * Works until it is stopped.
   *
   * @throws KafkaUnusable when Kafka is not there at the start, has not our topics, refuses us, or
   *     takes no record as large as one of ours
   */
  @Override
  public void run() {
    try (Topics topics = Topics.at(client)) {
      topics.check();
    }
    long pause = FIRST_PAUSE_MS;
    while (isRunning()) {
      long before = tally.transactions();
      try (Consumer<byte[], byte[]> consumer = consumer();
          KafkaClientMetrics meters = new KafkaClientMetrics(consumer);
          Outbox outbox = outboxes.get();
          Session session = new Session(consumer, outbox, tally, clock)) {
        meters.bindTo(metrics);
        while (isRunning()) {
          session.step();
        }
      } catch (AuthenticationException | AuthorizationException e) {
        throw KafkaUnusable.because(bootstrap(), e);
      } catch (KafkaException e) {
        if (e.getCause() instanceof KafkaUnusable unusable) {
          throw unusable;
        }
        LOG.atWarn().setCause(e).log("starting anew: the last transaction failed");
        pause =
            tally.transactions() > before ? FIRST_PAUSE_MS : Math.min(2 * pause, LONGEST_PAUSE_MS);
        sleep(pause);
      } finally {
        tally.stopped();
      }
    }
  }

  /** Asks {@link #run} to return; it ends the batch that it is at. */
  public void stop() {
    stopping.countDown();
  }

  private boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void sleep(long millis) {
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        LOG.debug("stopped while waiting to start anew");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    settings.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, "range");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Session.MOST_POLLED);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private String bootstrap() {
    return String.valueOf(client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
  }
}
