package dev.tidings.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka's node in threads of its own, so that a start ends when Kafka dies, and a stop in time. */
final class RunningNode {
  private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);

  /** A healthy broker signs off in well under a second; a dead controller never answers. */
  private static final Duration TO_SIGN_OFF = Duration.ofSeconds(5);

  private static final Duration TO_STOP = Duration.ofSeconds(30);
  private static final Duration TO_STOP_WHEN_DEAD = Duration.ofSeconds(5);

  private final DataFolder folder;
  private final KafkaNode node;
  private final Death death;

  private RunningNode(DataFolder folder, KafkaNode node, Death death) {
    this.folder = folder;
    this.node = node;
    this.death = death;
  }

  /** Blocks until clients are answered. */
  static RunningNode start(DataFolder folder, Path kafkaFolder, BrokerPorts ports) {
    Death death = new Death(cause -> stopped(folder, cause));
    RunningNode running =
        new RunningNode(
            folder, KafkaNode.in(kafkaFolder, ports.clients(), ports.controller(), death), death);
    running.start();
    return running;
  }

  CompletionStage<String> died() {
    return death.line();
  }

  /** Whether everything has stopped: otherwise Kafka may still write to its folder. */
  boolean stop() {
    boolean dead = death.hasCome();
    FutureTask<?> stopping =
        death.run("tidings-broker-stop", () -> node.stop(dead ? Duration.ZERO : TO_SIGN_OFF));
    return finishes(stopping, dead ? TO_STOP_WHEN_DEAD : TO_STOP);
  }

  private void start() {
    FutureTask<?> starting = death.run("tidings-broker-start", node::start);
    // Kafka would wait in vain for the part that has died.
    death.line().thenRun(() -> starting.cancel(true));
    try {
      starting.get();
    } catch (InterruptedException e) {
      starting.cancel(true);
      Thread.currentThread().interrupt();
      throw notStarted("interrupted", e);
    } catch (CancellationException | ExecutionException e) {
      throw notStarted(Reason.of(e), e);
    }
  }

  private BrokerFailure notStarted(String reason, Exception cause) {
    String line =
        death
            .lineSoFar()
            .orElse(String.format(Locale.ROOT, "%s: Kafka could not start: %s", folder, reason));
    stop();
    return new BrokerFailure(line, cause);
  }

  private boolean finishes(FutureTask<?> stopping, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          stopping.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          return true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException | TimeoutException e) {
          LOG.atWarn()
              .addKeyValue("folder", folder)
              .setCause(e)
              .log("Kafka did not stop in time; its threads may still use its folder");
          return false;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String stopped(DataFolder folder, String cause) {
    return String.format(
        Locale.ROOT, "%s: the broker has stopped: %s", folder, folder.fault().orElse(cause));
  }
}
