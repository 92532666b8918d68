package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.wire.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka has topics of our names already. */
class TopicsOfAnotherShapeTest {

  private static final ConfigResource VISITS =
      new ConfigResource(ConfigResource.Type.TOPIC, "relations.visits");

  @TempDir Path folder;
  private EmbeddedBroker broker;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    assertThat(topics("3").status()).isZero();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void areLeftAsTheyAreWhenTheirShapeIsRight() {
    Run again = topics("3");

    assertThat(again.status()).isZero();
    assertThat(again.err())
        .isEqualTo("All topics are there, with 3 partitions each where they are divided.\n");
  }

  @Test
  void areNewUntilSomethingIsWrittenToOneOfThem() throws IOException {
    try (Topics topics = Topics.at(Map.of("bootstrap.servers", broker.bootstrap()))) {
      assertThat(topics.create(3)).isTrue();

      Path file =
          Files.writeString(
              folder.resolve("a.jsonl"),
              """
              {"uri":"test:1","kind":"visit","mode":"visit","occurred":"2024","actor":"IRN","counterpart":"PAK","headline":"h"}
              """);
      Run.of("publish", "--kafka", broker.bootstrap(), file.toString());

      assertThat(topics.create(3)).isFalse();
    }
  }

  @Test
  void areRefusedWithAnotherNumberOfPartitions() {
    Run run = topics("4");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("has the topics of Tidings with 3 partitions, expected 4");
  }

  @Test
  void areRefusedByEveryRoleWhenTheyForget() throws Exception {
    set("retention.ms", "604800000");
    String said = "relations.visits has retention.ms=604800000, expected -1";

    assertThat(topics("3").err()).contains(said);
    for (String role : List.of("summarise", "feed", "gateway")) {
      Run run = Run.of(role, "--port=0", "--kafka=" + broker.bootstrap());
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err().lines().filter(line -> line.startsWith("tidings: ")))
          .singleElement()
          .asString()
          .contains(said);
    }
  }

  @Test
  void getKafkasOwnTimeWhereAnEarlierVersionLetProducersSayIt() throws Exception {
    set("message.timestamp.type", "CreateTime");
    assertThat(Run.of("gateway", "--port=0", "--kafka=" + broker.bootstrap()).err())
        .contains("relations.visits has message.timestamp.type=CreateTime, expected LogAppendTime");

    assertThat(topics("3").status()).isZero();

    assertThat(value("message.timestamp.type")).isEqualTo("LogAppendTime");
  }

  @Test
  void areToldWithTheGroupsThatWaitLongForADeadMember() throws Exception {
    ConfigResource couriers = new ConfigResource(ConfigResource.Type.GROUP, "tidings-webhooks");
    set(couriers, "consumer.session.timeout.ms", "45000");

    Run run = topics("3");

    assertThat(run.status()).isZero();
    assertThat(run.err().lines())
        .filteredOn(line -> line.startsWith("A dead member"))
        .containsExactly(
            "A dead member of group tidings-webhooks is replaced after 45 s; expected 6 s: set"
                + " group.consumer.session.timeout.ms, as docs/operations.md says.");
  }

  @Test
  void areRefusedWhenTheyKeepTheLastOfAKeyAlone() throws Exception {
    set("cleanup.policy", "compact");

    assertThat(topics("3").err())
        .contains("relations.visits has cleanup.policy=compact, expected delete");
  }

  private Run topics(String partitions) {
    return Run.of("topics", "--partitions", partitions, "--kafka", broker.bootstrap());
  }

  private String value(String name) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      return admin
          .describeConfigs(List.of(VISITS))
          .all()
          .get()
          .values()
          .iterator()
          .next()
          .get(name)
          .value();
    }
  }

  private void set(String name, String value) throws ExecutionException, InterruptedException {
    set(VISITS, name, value);
  }

  private void set(ConfigResource of, String name, String value)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(of, List.of(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET))))
          .all()
          .get();
    }
  }
}
