package dev.tidings.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.fault.FaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Kafka's broker and controller in this JVM: the one class that knows Kafka's internals. They are
 * put together as {@code kafka.server.KafkaRaftServer} does it, with two parts replaced that it
 * gives no access to: where sockets come from, and what a fatal fault does.
 */
final class KafkaNode {
  /** The file that says to which cluster and node a folder belongs. */
  static final String IDENTITY = MetaPropertiesEnsemble.META_PROPERTIES_NAME;

  private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

  static {
    Exit.setExitProcedure((status, said) -> dieOrElse(status, said, Runtime.getRuntime()::exit));
    Exit.setHaltProcedure((status, said) -> dieOrElse(status, said, Runtime.getRuntime()::halt));
  }

  private final ControllerServer controller;
  private final BrokerServer broker;

  private KafkaNode(ControllerServer controller, BrokerServer broker) {
    this.controller = controller;
    this.broker = broker;
  }

  /** Puts the node together in a folder that is formatted first if it is new. */
  static KafkaNode in(
      Path kafkaFolder, LoopbackPort clients, LoopbackPort controllers, Death death) {
    KafkaConfig config =
        new KafkaConfig(
            BrokerSettings.of(kafkaFolder, clients.address(), controllers.address()), false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> identity = identity(kafkaFolder, config);
    SharedServer shared =
        new SharedServer(
            config,
            identity._1(),
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, identity._1().clusterId().orElseThrow()),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            List.of(),
            faultsReportedTo(death),
            socketsOf(clients, controllers));
    return new KafkaNode(
        new ControllerServer(shared, KafkaRaftServer.configSchema(), identity._2()),
        new BrokerServer(shared));
  }

  /** Blocks until clients are answered. */
  void start() {
    controller.startup();
    broker.startup();
  }

  /**
   * Blocks until nothing runs any more.
   *
   * @param patience how long the broker may take to sign off at its controller
   */
  void stop(Duration patience) {
    broker.shutdown(patience);
    // Returns at once unless a failed start is still cleaning up after itself.
    broker.awaitShutdown();
    controller.shutdown();
  }

  private static Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> identity(
      Path kafkaFolder, KafkaConfig config) {
    try {
      if (!Files.exists(kafkaFolder.resolve(IDENTITY))) {
        format(kafkaFolder);
      }
      return KafkaRaftServer.initializeLogDirs(config, LOG, "");
    } catch (Exception e) {
      throw new BrokerFailure(
          String.format(
              Locale.ROOT,
              "%s: damaged: %s; restore it from a backup, or choose another folder",
              kafkaFolder.resolve(IDENTITY),
              Reason.of(e)),
          e);
    }
  }

  private static void format(Path kafkaFolder) throws Exception {
    String folder = kafkaFolder.toAbsolutePath().toString();
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(nowhere)
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(BrokerSettings.NODE)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setDirectories(List.of(folder))
          .setMetadataLogDirectory(folder)
          .run();
    }
  }

  private static ServerSocketFactory socketsOf(LoopbackPort clients, LoopbackPort controllers) {
    Map<String, LoopbackPort> ports =
        Map.of(BrokerSettings.CLIENTS, clients, BrokerSettings.CONTROLLER, controllers);
    return (listener, address, backlog, receiveBuffer) -> {
      LoopbackPort port = ports.get(listener);
      if (port == null) {
        throw new IOException("no port was opened for the listener " + listener);
      }
      return port.socket();
    };
  }

  private static FaultHandlerFactory faultsReportedTo(Death death) {
    FaultHandlerFactory standard = new StandardFaultHandlerFactory();
    return (name, fatal, action) ->
        fatal ? fatalFault(name, action, death) : standard.build(name, false, action);
  }

  private static FaultHandler fatalFault(String name, Runnable action, Death death) {
    return (said, cause) -> {
      LOG.atError().addKeyValue("part", name).setCause(cause).log("Kafka has failed: {}", said);
      action.run();
      death.report(name + ": " + (cause == null ? said : Reason.of(cause)));
      return new IllegalStateException(said, cause);
    };
  }

  /** Kafka expects that neither procedure returns. */
  private static void dieOrElse(int status, @Nullable String said, IntConsumer end) {
    Death.ofThisThread()
        .ifPresentOrElse(
            death -> {
              death.report(said == null ? "Kafka could not go on; its log says why" : said);
              throw new IllegalStateException("Kafka's broker has died");
            },
            () -> end.accept(status));
  }
}
