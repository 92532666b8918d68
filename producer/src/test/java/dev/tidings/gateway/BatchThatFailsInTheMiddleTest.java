package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.publish.Kafka;
import org.junit.jupiter.api.Test;

/** A batch of which Kafka takes a part. */
class BatchThatFailsInTheMiddleTest {

  @Test
  void isPublishedNotAtAll() {
    Kafka kafka = Kafka.embedded();
    String large = visit(newUri(), "'body':'" + "a".repeat(10_000) + "'");
    try (Desk desk = Desk.open(kafka.clientWith("max.request.size", 5_000))) {

      Reply reply = desk.post("[%s,%s,%s]".formatted(visit(newUri()), large, visit(newUri())));

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.detail()).contains("nothing was published");
      assertThat(kafka.published()).isEmpty();
      assertThat(desk.post("[%s,%s]".formatted(visit(newUri()), visit(newUri()))).status())
          .isEqualTo(202);
    }
  }
}
