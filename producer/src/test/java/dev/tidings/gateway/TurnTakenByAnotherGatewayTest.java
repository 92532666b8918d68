package dev.tidings.gateway;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.publish.Kafka;
import dev.tidings.wire.CloudEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Two gateways decide on one update; the second begins when the first has decided. */
class TurnTakenByAnotherGatewayTest {

  @Test
  void isDecidedAgain() {
    Kafka kafka = Kafka.embedded();
    String name = UUID.randomUUID().toString();
    AtomicInteger decisions = new AtomicInteger();
    try (Producers one = new Producers(kafka.client(), new SimpleMeterRegistry());
        Producers other = new Producers(kafka.client(), new SimpleMeterRegistry())) {
      Turns mine = new Turns(one);
      Turns theirs = new Turns(other);

      mine.publish(
          name,
          () -> {
            int version = decisions.incrementAndGet() + 1;
            if (version == 2) {
              theirs.publish(name, () -> version(name, 2, "theirs"));
            }
            return version(name, version, "mine");
          });
    }

    assertThat(decisions).hasValue(2);
    assertThat(kafka.published())
        .satisfiesExactlyInAnyOrder(
            first -> assertThat(first).contains("\"version\":2", "theirs"),
            second -> assertThat(second).contains("\"version\":3", "mine"));
  }

  private static List<ProducerRecord<byte[], byte[]>> version(
      String name, int version, String headline) {
    return List.of(CloudEvents.record(update(name).version(version).headline(headline).get()));
  }
}
