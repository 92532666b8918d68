package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator has set something that cannot be right. */
class WrongConfigurationTest {

  private static final String JAAS =
      "org.apache.kafka.common.security.scram.ScramLoginModule required"
          + " username='feed' password='hush';";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"topics", "gateway", "summarise", "feed", "publish"})
  void isAllSaidAtOnce(String role) {
    Run run =
        Run.in(
            Map.of(
                "TIDINGS_PROT", "80",
                "KAFKA_SECURITY_PROTOCOL", "SASL",
                "KAFKA_SASL_JAAS_CONFIG", JAAS,
                "KAFKA_SSL_KEY_PASSWORD_FILE", "/nowhere/secret"),
            role,
            "-X",
            "group.id=mine",
            "--nonsense");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("tidings: Unknown option: '--nonsense'")
        .contains("tidings: TIDINGS_PROT: unknown setting; expected kafka.… or one of ")
        .contains("tidings: KAFKA_SSL_KEY_PASSWORD_FILE: no such file: /nowhere/secret")
        .contains("tidings: -X group.id: Tidings sets this itself")
        .contains("security.protocol")
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "summarise", "feed", "up"})
  void badPortIsNamedWhereItWasSet(String role) {
    Run run = Run.in(Map.of("TIDINGS_PORT", "70000"), role);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("tidings: TIDINGS_PORT: ")
        .contains("'70000'; expected a port, 0 … 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed", "up"})
  void numberOfStreamsThatNobodyMeasuredIsNamedWhereItWasSet(String role) {
    Run run = Run.in(Map.of("TIDINGS_STREAMS", "10001"), role);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("tidings: TIDINGS_STREAMS: ")
        .contains("'10001'; expected a number of streams, 1 … 10000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"topics", "summarise"})
  void kafkaThatIsNotThereIsOneLine(String role) {
    Run run = Run.in(Map.of("TIDINGS_PORT", "0"), role, "--kafka=127.0.0.1:1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.startsWith("tidings: ")))
        .singleElement()
        .asString()
        .contains("no Kafka answers at 127.0.0.1:1; expected a broker there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "summarise", "feed"})
  void takenPortIsOneLine(String role) throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Run run = Run.of(role, "--host=0.0.0.0", "--port=" + taken.getLocalPort());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo(
              "tidings: cannot listen at 0.0.0.0:%d; expected a free port of this machine%n"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void valueIsShownWithWhereItComesFrom() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tidings.properties"),
            "port=1\nhost=127.0.0.2\npublic-url=http://a.example\nkafka.retries=3");

    Run run =
        Run.in(
            Map.of(
                "TIDINGS_PORT",
                "2",
                "TIDINGS_HOST",
                "127.0.0.3",
                "KAFKA_SASL_JAAS_CONFIG",
                JAAS,
                "TIDINGS_CONFIG",
                file.toString()),
            "config",
            "feed",
            "--port=3");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "port 3 --port",
            "host 127.0.0.3 TIDINGS_HOST",
            "public-url http://a.example " + file + ": public-url",
            "kafka 127.0.0.1:9092 default",
            "kafka.retries 3 " + file + ": kafka.retries",
            "kafka.sasl.jaas.config (hidden) KAFKA_SASL_JAAS_CONFIG");
    assertThat(run.out()).doesNotContain("hush");
  }

  @Test
  void configurationThatIsWrongIsRefused() {
    Run run = Run.of("config", "feed", "--port=x");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'x'; expected a port, 0 … 65535");
    assertThat(Run.of("config", "token").err())
        .contains(
            "'token'; expected one of up, publish, topics, principals, gateway, summarise, feed");
  }
}
