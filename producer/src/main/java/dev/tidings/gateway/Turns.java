package dev.tidings.gateway;

import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Role;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Lets one gateway at a time, of all there are, look at an update and publish its next version.
 *
 * <p>Kafka itself gives the turns. Whoever begins with a transactional id shuts out everybody who
 * began with it before: their transactions are aborted, or are committed before this one begins. So
 * what was seen within a turn still holds when its transaction commits, or it does not commit.
 */
final class Turns {

  /** Updates share turns by their hash: Kafka remembers each id for days. */
  private static final int TURNS = 64;

  private static final int ATTEMPTS = 8;
  private static final long WAIT_SECONDS = 15;

  /** Whoever was shut out lets the other one finish; the longer, the more often it happened. */
  private static final long PAUSE_MS = 150;

  private final Producers producers;
  private final List<ReentrantLock> locks =
      IntStream.range(0, TURNS).mapToObj(n -> new ReentrantLock(true)).toList();

  Turns(Producers producers) {
    this.producers = producers;
  }

  /**
   * Publishes what is decided within a turn.
   *
   * @param decide looks and decides; asked again when another gateway came between
   * @return where each record stands; empty when nothing was decided
   * @throws Unpublished when Kafka fails
   */
  List<RecordMetadata> publish(String uri, Supplier<List<ProducerRecord<byte[], byte[]>>> decide) {
    int turn = Math.floorMod(uri.hashCode(), TURNS);
    ReentrantLock lock = locks.get(turn);
    lock(lock);
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return once(Role.GATEWAY.transactions() + "turn-" + turn, decide);
        } catch (Unpublished e) {
          if (!e.isFenced() || attempt == ATTEMPTS) {
            throw e;
          }
          long most = TimeUnit.MILLISECONDS.toNanos(PAUSE_MS * attempt);
          LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private List<RecordMetadata> once(
      String id, Supplier<List<ProducerRecord<byte[], byte[]>>> decide) {
    KafkaProducer<byte[], byte[]> producer = producers.transactional(id);
    try {
      List<ProducerRecord<byte[], byte[]>> records = decide.get();
      List<RecordMetadata> sent =
          records.isEmpty() ? List.of() : producers.inTransaction(producer, records);
      producers.retire(producer);
      return sent;
    } catch (Unpublished e) {
      producers.abandon(producer);
      throw e;
    } catch (RuntimeException e) {
      producers.retire(producer);
      throw e;
    }
  }

  private static void lock(ReentrantLock lock) {
    try {
      if (lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new KafkaUnusable("too many next versions are waiting for Kafka");
  }
}
