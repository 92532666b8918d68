package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.summit;
import static dev.tidings.gateway.Texts.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.gateway.Desk.Reply;
import dev.tidings.publish.Kafka;
import dev.tidings.wire.KafkaUnusable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose Kafka goes away, and comes back. */
class GatewayWithoutKafkaTest {

  @TempDir Path folder;

  @Test
  void saysSoInTimeAndGoesOnWhenKafkaIsBack() {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
    int port = Integer.parseInt(broker.bootstrap().replaceFirst(".*:", ""));
    Map<String, Object> client = Kafka.at(broker.bootstrap()).client();
    String uri = newUri();
    String key = "a key";
    String body = visit(uri, "'version':2", "'versionCreated':'2024-02-01T00:00:00Z'");
    try (Desk desk = Desk.open(client)) {
      assertThat(desk.post(visit(uri)).status()).isEqualTo(202);
      assertThat(desk.post(summit(newUri(), "'IRN','PAK','TUR'")).status()).isEqualTo(202);

      broker.close();

      // All at once: each waits as long as it may.
      CompletableFuture<Reply> single = soon(() -> desk.post(body));
      CompletableFuture<Reply> summit =
          soon(() -> desk.post(summit(newUri(), "'IRN','PAK','TUR'")));
      CompletableFuture<Reply> keyed = soon(() -> desk.with("Idempotency-Key", key).post(body));
      CompletableFuture<Reply> kill = soon(() -> desk.delete(uri));

      assertThat(List.of(single, summit, keyed, kill))
          .extracting(CompletableFuture::join)
          .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(503));
      assertThat(single.join().header("Retry-After")).isEqualTo("5");
      assertThat(single.join().detail()).contains("no Kafka answers at");
      assertThat(keyed.join().detail()).contains("nothing was published");
      // Only now: what it said last holds for a second.
      assertThat(desk.get("/health/ready").status()).isEqualTo(503);
      assertThat(desk.get("/health/live").status()).isEqualTo(200);

      try (EmbeddedBroker back = EmbeddedBroker.start(folder, port)) {
        assertThat(back.bootstrap()).endsWith(":" + port);
        desk.ready();
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(desk.with("Idempotency-Key", key).post(body).status())
                        .isEqualTo(202));
        assertThat(desk.post(summit(newUri(), "'IRN','PAK','TUR'")).status()).isEqualTo(202);
        assertThat(desk.delete(uri).published().get(0).get("version").intValue()).isEqualTo(3);
      }
    }
  }

  @Test
  void doesNotOpenWhenThereIsNone() {
    assertThatThrownBy(() -> Desk.open(Map.of("bootstrap.servers", "127.0.0.1:1")))
        .isInstanceOf(KafkaUnusable.class)
        .hasMessage("no Kafka answers at 127.0.0.1:1; expected a broker there");
  }

  /** Asks, and has an answer within 25 s. */
  private static CompletableFuture<Reply> soon(Supplier<Reply> ask) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Thread asking =
        new Thread(
            () -> {
              try {
                reply.complete(ask.get());
              } catch (Throwable e) {
                reply.completeExceptionally(e);
              }
            });
    asking.setDaemon(true);
    asking.start();
    return reply.orTimeout(25, TimeUnit.SECONDS);
  }
}
