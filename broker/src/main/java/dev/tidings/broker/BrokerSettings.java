package dev.tidings.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Kafka's settings for one broker on one machine. What is not named here has Kafka's default. */
final class BrokerSettings {
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";
  static final int NODE = 1;

  private BrokerSettings() {}

  /**
   * The settings of one start.
   *
   * @param clients host:port for every client
   * @param controller host:port that the broker uses to talk to itself; it may differ at each start
   *     because fixed voters, unlike dynamic ones, are read from here and never from the log
   */
  static Map<String, String> of(Path kafkaFolder, String clients, String controller) {
    Map<String, String> settings = new LinkedHashMap<>();
    identity(settings, kafkaFolder, clients, controller);
    oneCopy(settings);
    topics(settings);
    groups(settings);
    transactions(settings);
    smallMachine(settings);
    return settings;
  }

  private static void identity(
      Map<String, String> settings, Path kafkaFolder, String clients, String controller) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE));
    settings.put("controller.quorum.voters", NODE + "@" + controller);
    settings.put("listeners", CLIENTS + "://" + clients + "," + CONTROLLER + "://" + controller);
    settings.put("advertised.listeners", CLIENTS + "://" + clients);
    settings.put(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("log.dirs", kafkaFolder.toAbsolutePath().toString());
    // After a crash the controller takes the new broker for an impostor until the old one's session
    // is over. The broker asks again after 0.1, 0.3, 0.7, 1.5 and 3.1 s: 2.5 s make it the last
    // one,
    // where Kafka's 9 s cost 12 s. A stall of that length costs clients a retry.
    settings.put("broker.session.timeout.ms", "2500");
    settings.put("broker.heartbeat.interval.ms", "500");
    // Long enough to recover large logs after a crash; without it a start could hang for ever.
    settings.put("server.max.startup.time.ms", "600000");
  }

  private static void oneCopy(Map<String, String> settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("auto.leader.rebalance.enable", "false");
  }

  private static void topics(Map<String, String> settings) {
    settings.put("auto.create.topics.enable", "false");
    settings.put("delete.topic.enable", "true");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    // A group's offsets say what was announced: were they to expire, all would be announced again.
    settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
  }

  /** A dead worker is noticed in 6 s; a new one waits for nobody. */
  private static void groups(Map<String, String> settings) {
    settings.put("group.consumer.session.timeout.ms", "6000");
    settings.put("group.consumer.min.session.timeout.ms", "6000");
    settings.put("group.consumer.heartbeat.interval.ms", "1000");
    settings.put("group.consumer.min.heartbeat.interval.ms", "1000");
    settings.put("group.consumer.assignment.interval.ms", "0");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.coordinator.threads", "1");
    settings.put("group.coordinator.background.threads", "1");
  }

  /**
   * How long a crashed worker's open transaction outlives its own timeout: 1 s. Nobody may choose a
   * longer one than a minute, the default of Kafka's own producers: it holds back all readers.
   */
  private static void transactions(Map<String, String> settings) {
    settings.put("transaction.max.timeout.ms", "60000");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
  }

  private static void smallMachine(Map<String, String> settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    // 8 MiB hold about 300,000 keys in one pass of compaction; the default is 128 MiB of heap.
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
    settings.put("log.cleaner.io.buffer.size", Integer.toString(512 * 1024));
    // The default writes and syncs a record that says nothing twice a second, for other machines.
    settings.put("metadata.max.idle.interval.ms", "0");
    settings.put("metric.reporters", "");
  }
}
