package dev.tidings.publish;

import static dev.tidings.publish.Kafka.file;
import static dev.tidings.publish.Rows.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that cannot take what is published. */
class UnusableKafkaTest {

  @TempDir Path folder;

  @Test
  void isNamedWithinFifteenSecondsWhenItIsNotThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Instant start = Instant.now();

    Account account = publish(Map.of("bootstrap.servers", "127.0.0.1:" + port));

    assertThat(account.failure())
        .hasValue("no Kafka answers at 127.0.0.1:%d; expected a broker there".formatted(port));
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    assertThat(account.lines()).isZero();
  }

  @Test
  void isNamedWhenItsNameMeansNothing() {
    Account account = publish(Map.of("bootstrap.servers", "nowhere.invalid:9092"));

    assertThat(account.failure())
        .hasValueSatisfying(
            why -> assertThat(why).contains("nowhere.invalid:9092").hasLineCount(1));
  }

  @Test
  void isNamedWithWhatItsTopicsLack() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      try (Admin admin = Admin.create(client)) {
        admin
            .createTopics(
                List.of(new NewTopic("relations.visits", Optional.of(1), Optional.empty())))
            .all()
            .get();
      }

      Account account = publish(client);

      assertThat(account.failure())
          .hasValueSatisfying(why -> assertThat(why).contains("relations.borders is missing"));
    }
  }

  @Test
  void isToldApartFromWhatItHasAcknowledgedWhenItIsLost() throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers", broker.bootstrap(),
            "delivery.timeout.ms", 3_000,
            "request.timeout.ms", 1_000,
            "max.block.ms", 3_000);
    Kafka kafka = Kafka.at(broker.bootstrap());
    String good = json("test:lost");
    byte[] first = (good + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] second = (good.replace("lost", "late") + "\n").getBytes(StandardCharsets.UTF_8);
    Runnable lost =
        () -> {
          Awaitility.await().until(() -> kafka.published().size() == 1);
          broker.close();
        };
    InputStream in = new Pausing(first, second, lost);

    Account account =
        Kafka.run(Kafka.request(List.of(Input.stream("-", Format.JSONL, in)), client, false, null))
            .account();

    assertThat(account.failure())
        .hasValueSatisfying(why -> assertThat(why).contains("no Kafka answers").hasLineCount(1));
    assertThat(account)
        .extracting(Account::lines, Account::published, Account::notPublished)
        .containsExactly(2L, 1L, 1L);
  }

  private Account publish(Map<String, Object> client) {
    Path file = file(folder, "a.jsonl", json("test:a"));
    return Kafka.run(Kafka.request(Format.JSONL, List.of(file), client, false, null)).account();
  }

  /** Gives some bytes, and more only after something has happened. */
  private static final class Pausing extends InputStream {
    private final byte[] first;
    private final byte[] second;
    private final Runnable between;
    private int part;

    Pausing(byte[] first, byte[] second, Runnable between) {
      this.first = first;
      this.second = second;
      this.between = between;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      part++;
      if (part == 1) {
        System.arraycopy(first, 0, into, from, first.length);
        return first.length;
      }
      if (part == 2) {
        between.run();
        System.arraycopy(second, 0, into, from, second.length);
        return second.length;
      }
      return -1;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("only whole reads");
    }
  }
}
