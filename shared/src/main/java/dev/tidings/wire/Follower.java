package dev.tidings.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

  /**
   * Who asks to be told when these partitions are handed over.
   *
   * @param written whether as far as they are written, or only as far as they can be read now
   */
  private record Asked(
      Predicate<TopicPartition> where, boolean written, CompletableFuture<Void> reached) {}

  private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Void> reached) {}

  private final TopicTail tail;
  private final Consumer<ConsumerRecord<byte[], byte[]>> each;
  private final Thread thread;
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
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
    asked.add(new Asked(every -> true, true, started));
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
    catchUp(atMost, every -> true);
  }

  /**
   * Returns when all that Kafka has acknowledged by now in some partitions has been handed over. A
   * transaction that hangs in another partition keeps nobody waiting.
   *
   * @param where which partitions
   * @throws KafkaUnusable when that takes longer than this, or following has failed
   */
  public void catchUp(Duration atMost, Predicate<TopicPartition> where) {
    await(atMost, where, true);
  }

  /**
   * Returns when all that readers can see by now has been handed over. What was acknowledged behind
   * a transaction that hangs may be missing.
   *
   * @throws KafkaUnusable when that takes longer than this, or following has failed
   */
  public void keepUp(Duration atMost) {
    await(atMost, every -> true, false);
  }

  private void await(Duration atMost, Predicate<TopicPartition> where, boolean written) {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    asked.add(new Asked(where, written, reached));
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

  private static Waiting waiting(Asked one, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> wanted = new HashMap<>(ends);
    wanted.keySet().removeIf(one.where().negate());
    return new Waiting(wanted, one.reached());
  }

  private void answer(List<Waiting> waiting) {
    waiting.removeIf(one -> tail.isAt(one.ends()) && one.reached().complete(null));
  }

  /** Whoever asked before the ends were looked up waits for these. */
  private List<Waiting> answers() {
    List<Asked> askers = new ArrayList<>();
    for (Asked one = asked.poll(); one != null; one = asked.poll()) {
      askers.add(one);
    }
    if (askers.isEmpty()) {
      return List.of();
    }
    try {
      Map<Boolean, Map<TopicPartition, Long>> ends = new HashMap<>();
      List<Waiting> waiting = new ArrayList<>();
      for (Asked one : askers) {
        waiting.add(
            waiting(
                one,
                ends.computeIfAbsent(
                    one.written(), written -> written ? tail.writtenEnds() : tail.readableEnds())));
      }
      return waiting;
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      LOG.atDebug().setCause(e).log("Kafka does not say where its topics end");
      asked.addAll(askers);
      return List.of();
    }
  }
}
