package dev.tidings.broker;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every broker that we configure replaces a dead member, and ends what hangs, as soon. */
class SameSettingsInComposeTest {

  private static final List<String> SETTINGS =
      List.of(
          "group.consumer.session.timeout.ms",
          "group.consumer.min.session.timeout.ms",
          "group.consumer.heartbeat.interval.ms",
          "group.consumer.min.heartbeat.interval.ms",
          "group.consumer.assignment.interval.ms",
          "group.initial.rebalance.delay.ms",
          "transaction.max.timeout.ms",
          "transaction.abort.timed.out.transaction.cleanup.interval.ms");

  @ParameterizedTest
  @ValueSource(strings = {"docker-compose.yml", "docker/cluster.yml"})
  void hasTheTimeoutsOfTheEmbeddedBroker(String name) throws IOException {
    Map<String, String> embedded =
        BrokerSettings.of(Path.of("kafka"), "127.0.0.1:1", "127.0.0.1:2");
    String file = Files.readString(Path.of("..", name));

    for (String setting : SETTINGS) {
      String variable = "KAFKA_" + setting.replace('.', '_').toUpperCase(ROOT);
      assertThat(file).contains(variable + ": " + embedded.get(setting) + "\n");
    }
    assertThat(embedded).containsEntry("group.consumer.session.timeout.ms", "6000");
  }
}
