package dev.tidings.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator sets some things in the environment, and others in a file. */
class EnvironmentAndFileTest {

  private static final Set<String> KNOWN = Set.of("port", "kafka", "public-url");

  @TempDir Path folder;

  @Test
  void environmentComesFirst() throws IOException {
    Path file = file("port=1\npublic-url=http://file.example\nkafka.retries=1\nkafka.linger.ms=7");

    Settings settings =
        Settings.of(Map.of("TIDINGS_PORT", "2", "KAFKA_RETRIES", "2", "PATH", "/bin"), file);

    assertThat(settings.problems(KNOWN)).isEmpty();
    assertThat(settings.of("port")).hasValue(new Given("2", "TIDINGS_PORT"));
    assertThat(settings.of("public-url"))
        .hasValue(new Given("http://file.example", file + ": public-url"));
    assertThat(settings.client())
        .containsEntry("retries", new Given("2", "KAFKA_RETRIES"))
        .containsEntry("linger.ms", new Given("7", file + ": kafka.linger.ms"));
  }

  @Test
  void secretIsWhatItsFileHolds() throws IOException {
    Path secret = file("hush\n");

    Settings settings = Settings.of(Map.of("KAFKA_SSL_KEY_PASSWORD_FILE", secret.toString()), null);

    assertThat(settings.problems(KNOWN)).isEmpty();
    assertThat(settings.client())
        .containsEntry("ssl.key.password", new Given("hush", "KAFKA_SSL_KEY_PASSWORD_FILE"));
  }

  @Test
  void addressOfKafkaIsOneSetting() {
    Settings settings = Settings.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1"), null);

    assertThat(settings.of("kafka")).hasValue(new Given("a:1", "KAFKA_BOOTSTRAP_SERVERS"));
    assertThat(
            Settings.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1", "TIDINGS_KAFKA", "b:1"), null)
                .problems(KNOWN))
        .containsExactly("TIDINGS_KAFKA: also set by KAFKA_BOOTSTRAP_SERVERS; expected one");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    Path file = file("prot=1\nkafka.group.id=x");

    Settings settings =
        Settings.of(
            Map.of(
                "TIDINGS_PROT", "1",
                "KAFKA_SECURTY_PROTOCOL", "SSL",
                "KAFKA_ACKS", "0",
                "KAFKA_SASL_JAAS_CONFIG_FILE", "/nowhere/secret",
                "TIDINGS_LOG", "xml"),
            file);

    assertThat(settings.problems(KNOWN))
        .containsExactlyInAnyOrder(
            "KAFKA_ACKS: Tidings sets this itself",
            "KAFKA_SASL_JAAS_CONFIG_FILE: no such file: /nowhere/secret",
            "KAFKA_SECURTY_PROTOCOL: Kafka's clients have no property 'securty.protocol'",
            "TIDINGS_LOG: 'xml'; expected text or json",
            file + ": kafka.group.id: Tidings sets this itself",
            "TIDINGS_PROT: unknown setting; expected kafka.… or one of kafka, port, public-url");
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThat(Settings.of(Map.of(), Path.of("/nowhere/tidings.properties")).problems(KNOWN))
        .containsExactly("/nowhere/tidings.properties: no such file; expected Java properties");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "given", ""), text);
  }
}
