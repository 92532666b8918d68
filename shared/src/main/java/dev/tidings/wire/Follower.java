package dev.tidings.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows topics in a thread of its own: hands over every committed record there is, then each one
 * as it comes.
 */
public final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private static final long CLOSE_MS = 10_000;

  private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Void> reached) {}

  private final TopicTail tail;
  private final Consumer<ConsumerRecord<byte[], byte[]>> each;
  private final Thread thread;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ConcurrentLinkedQueue<CompletableFuture<Void>> asked =
      new ConcurrentLinkedQueue<>();
  private volatile boolean closing;

  /**
   * Starts to follow.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param each takes each record, in this follower's thread; those of one partition in their order
   * @throws KafkaUnusable when Kafka does not answer, or a topic is not there
   */
  public Follower(
      Map<String, Object> client,
      List<String> topics,
      String name,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    this.tail = new TopicTail(client, topics);
    this.each = each;
    this.thread = new Thread(this::run, name);
    asked.add(started);
    thread.start();
  }

  /** Completes when all that was there at the start has been handed over. */
  public CompletableFuture<Void> started() {
    return started;
  }

  /** Completes when it follows no longer: exceptionally, unless it was closed. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /**
   * Returns when all that Kafka has acknowledged by now has been handed over.
   *
   * @throws KafkaUnusable when that takes longer than this, or following has failed
   */
  public void catchUp(Duration atMost) {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    asked.add(reached);
    tail.wakeUp();
    try {
      CompletableFuture.anyOf(reached, ended).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      if (reached.isDone()) {
        return;
      }
    } catch (ExecutionException e) {
      throw new KafkaUnusable(thread.getName() + ": Kafka is followed no longer");
    } catch (TimeoutException e) {
      throw new KafkaUnusable(thread.getName() + ": Kafka does not answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new KafkaUnusable(thread.getName() + ": stopped");
  }

  @Override
  public void close() {
    closing = true;
    tail.wakeUp();
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<Waiting> waiting = new ArrayList<>();
    try (tail) {
      while (!closing) {
        step(waiting);
      }
      ended.complete(null);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("Kafka is followed no longer");
      ended.completeExceptionally(e);
    }
  }

  private void step(List<Waiting> waiting) {
    waiting.addAll(answers());
    answer(waiting);
    try {
      tail.poll(POLL).forEach(each);
    } catch (WakeupException e) {
      LOG.atTrace().log("somebody asks, or it ends");
    }
    answer(waiting);
  }

  private void answer(List<Waiting> waiting) {
    waiting.removeIf(one -> tail.isAt(one.ends()) && one.reached().complete(null));
  }

  /** Whoever asked before the ends were looked up waits for these. */
  private List<Waiting> answers() {
    List<CompletableFuture<Void>> askers = new ArrayList<>();
    for (CompletableFuture<Void> one = asked.poll(); one != null; one = asked.poll()) {
      askers.add(one);
    }
    if (askers.isEmpty()) {
      return List.of();
    }
    try {
      Map<TopicPartition, Long> ends = tail.writtenEnds();
      return askers.stream().map(one -> new Waiting(ends, one)).toList();
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      LOG.atDebug().setCause(e).log("Kafka does not say where its topics end");
      asked.addAll(askers);
      return List.of();
    }
  }
}
