package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerForOneMachineTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedBroker broker;

  @SuppressWarnings("NullAway.Init")
  private static Client client;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder, 0);
    client = new Client(broker.bootstrap());
  }

  @AfterAll
  static void stop() {
    client.close();
    broker.close();
  }

  /** An address that has gone meanwhile, as those of containers do, answers nobody either. */
  @Test
  void answersOnNoAddressButLoopback() throws Exception {
    int port = Integer.parseInt(broker.bootstrap().replaceFirst(".*:", ""));
    List<InetAddress> others =
        new ArrayList<>(List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 2})));
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
        .forEach(others::add);

    for (InetAddress other : others) {
      try (Socket socket = new Socket()) {
        assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port), 1000))
            .as("%s", other)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void makesNoTopicThatNobodyDeclared() {
    try (KafkaProducer<String, String> hasty = client.producer(Map.of("max.block.ms", 1000))) {
      assertThatThrownBy(() -> hasty.send(new ProducerRecord<>("relations.typo", "lost?")).get())
          .hasMessageContaining("relations.typo");
    }
    assertThat(Client.answer(client.admin().listTopics().names())).doesNotContain("relations.typo");
  }

  @Test
  void neverForgetsWhatAGroupHasRead() {
    ConfigResource settings = new ConfigResource(ConfigResource.Type.BROKER, "1");

    Map<ConfigResource, Config> answer =
        Client.answer(client.admin().describeConfigs(List.of(settings)).all());

    assertThat(answer.values())
        .singleElement()
        .extracting(config -> config.get("offsets.retention.minutes").value())
        .isEqualTo("2147483647");
  }

  @Test
  void takesADocumentOf256KiB() throws Exception {
    client.make("documents");
    String document = "x".repeat(256 * 1024);

    client.write("documents", document);

    assertThat(client.read("documents")).containsExactly(document);
  }

  @Test
  void handsEqualPartitionsOfEveryTopicToOneWorker() {
    client.make("visits", 2);
    client.make("borders", 2);
    try (KafkaConsumer<String, String> one = client.worker("desk");
        KafkaConsumer<String, String> two = client.worker("desk")) {
      one.subscribe(List.of("visits", "borders"));
      two.subscribe(List.of("visits", "borders"));

      await().until(() -> ownAfterPolling(2, List.of(one, two)));

      assertThat(one.assignment().stream().map(TopicPartition::partition).distinct()).hasSize(1);
    }
  }

  @Test
  void givesADeadWorkersPartitionsAwayInSeconds() throws Exception {
    client.make("calls", 2);
    try (OtherProcess doomed = OtherProcess.working(broker.bootstrap(), "night", "calls");
        KafkaConsumer<String, String> heir = client.worker("night")) {
      assertThat(doomed.says()).contains("calls-0", "calls-1");
      heir.subscribe(List.of("calls"));
      await().until(() -> ownAfterPolling(1, List.of(heir)));

      doomed.kill();

      await().atMost(Duration.ofSeconds(9)).until(() -> ownAfterPolling(2, List.of(heir)));
    }
  }

  @Test
  void abortsTheTransactionOfACrashedWorkerSoon() throws Exception {
    client.make("summaries");
    try (KafkaProducer<String, String> crashed =
        client.producer(Map.of("transactional.id", "worker", "transaction.timeout.ms", 1000))) {
      crashed.initTransactions();
      crashed.beginTransaction();
      crashed.send(new ProducerRecord<>("summaries", "never committed")).get();
      client.write("summaries", "waits behind it");

      await()
          .atMost(Duration.ofSeconds(6))
          .untilAsserted(
              () -> assertThat(client.read("summaries")).containsExactly("waits behind it"));
      crashed.close(Duration.ZERO);
    }
  }

  private static boolean ownAfterPolling(
      int partitions, List<KafkaConsumer<String, String>> workers) {
    workers.forEach(worker -> worker.poll(Duration.ofMillis(50)));
    return workers.stream().allMatch(worker -> worker.assignment().size() == partitions);
  }
}
