package dev.tidings.broker;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/**
 * A Kafka broker inside this JVM, for this machine alone. Its topics stay in its folder, and
 * survive a restart and a crash of the process. An acknowledged record has reached the operating
 * system, not necessarily the disk: a power cut may cost the last seconds, as with any single Kafka
 * broker.
 *
 * <p>Several brokers may run in one JVM, each with its own folder. All methods are thread-safe. No
 * shutdown hook is installed: whoever starts a broker closes it, or the next start has to recover
 * its logs. Kafka's {@code Exit} procedures are replaced for the whole JVM; threads of no embedded
 * broker still end it as before.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final Path folder;
  private final FolderLock lock;
  private final BrokerPorts ports;
  private final String bootstrap;
  private final RunningNode node;
  private boolean closed;

  private EmbeddedBroker(Path folder, FolderLock lock, BrokerPorts ports, RunningNode node) {
    this.folder = folder;
    this.lock = lock;
    this.ports = ports;
    this.bootstrap = ports.clients().address();
    this.node = node;
  }

  /**
   * Starts a broker on 127.0.0.1 and blocks until it answers: about 2 s, longer where large logs
   * have to be recovered after a crash, at most 10 minutes.
   *
   * @param folder made if it is missing; one broker at a time may use it
   * @param port 1 … 65,535, or 0 for any free port
   * @throws BrokerFailure if the folder is in use, damaged, not writable or has less than 64 MiB
   *     free, if the port cannot be opened, or if Kafka cannot start
   */
  public static EmbeddedBroker start(Path folder, int port) {
    DataFolder data = DataFolder.at(folder);
    FolderLock lock = data.lock();
    try {
      Path kafkaFolder = data.kafkaFolder(DataFolder.SPACE_NEEDED);
      BrokerPorts ports = BrokerPorts.open(port);
      try {
        return new EmbeddedBroker(folder, lock, ports, RunningNode.start(data, kafkaFolder, ports));
      } catch (RuntimeException notStarted) {
        ports.close();
        throw notStarted;
      }
    } catch (RuntimeException notStarted) {
      lock.close();
      throw notStarted;
    }
  }

  /** Where clients connect: {@code 127.0.0.1:PORT}. */
  public String bootstrap() {
    return bootstrap;
  }

  /** The folder as it was given to {@link #start}. */
  public Path folder() {
    return folder;
  }

  /**
   * Completes when the broker has failed for good, such as on a full disk, with one line for the
   * user. By then clients get no answer; the owner should close it and end with an error. After an
   * ordinary {@link #close} it never completes. Dependents run in a thread of the dying broker, and
   * should hand over what takes long, {@link #close} included, to another thread.
   */
  public CompletionStage<String> died() {
    return node.died();
  }

  /**
   * Stops cleanly: blocks up to 30 s, or 5 s if the broker has died, even while interrupted. If
   * Kafka has not stopped by then, that is logged and the folder stays locked until this JVM ends.
   * Closing again does nothing.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (node.stop()) {
      ports.close();
      lock.close();
    }
  }
}
