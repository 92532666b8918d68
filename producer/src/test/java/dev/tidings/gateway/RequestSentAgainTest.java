package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.http.NewToken;
import dev.tidings.publish.Kafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with an Idempotency-Key that comes twice. */
class RequestSentAgainTest {

  private static final Map<String, Object> CLIENT = Kafka.embedded().client();

  private static Desk desk;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    desk = Desk.open(CLIENT);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void isAnsweredAsTheFirstTime() {
    Kafka kafka = Kafka.embedded();
    Desk keyed = desk.with("Idempotency-Key", newKey());
    String body = "[" + visit(newUri()) + "," + visit(newUri()) + "]";

    Reply first = keyed.post(body);
    Reply again = keyed.post(body);

    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(kafka.published()).hasSize(2);
  }

  @Test
  void isAnsweredByAnotherGatewayThatStartsLater() {
    Kafka kafka = Kafka.embedded();
    String key = newKey();
    String body = visit(newUri());
    Reply first = desk.with("Idempotency-Key", key).post(body);

    try (Desk later = Desk.open(CLIENT)) {
      Reply again = later.with("Idempotency-Key", key).post(body);

      assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(again.json()).isEqualTo(first.json());
    }
    assertThat(kafka.published()).hasSize(1);
  }

  @Test
  void isAnsweredAsTheFirstTimeInPartToo() {
    Desk keyed = desk.with("Idempotency-Key", newKey());
    String body = "[%s,%s]".formatted(visit(newUri(), "'mode':'picnic'"), visit(newUri()));

    Reply first = keyed.postPartial(body);
    Reply again = keyed.postPartial(body);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void publishesNoSecondNextVersion() {
    String uri = newUri();
    desk.post(visit(uri));
    Desk correcting = desk.with("Idempotency-Key", newKey());
    Desk killing = desk.with("Idempotency-Key", newKey());

    Reply first = correcting.put(uri, visit(uri));
    Reply again = correcting.put(uri, visit(uri));
    Reply kill = killing.delete(uri);
    Reply killAgain = killing.delete(uri);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(killAgain.json()).isEqualTo(kill.json());
    assertThat(killAgain.status()).isEqualTo(202);
  }

  @Test
  void isRefusedWithAnotherBody() {
    Desk keyed = desk.with("Idempotency-Key", newKey());
    keyed.post(visit(newUri()));

    Reply other = keyed.post(visit(newUri()));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.detail()).contains("another request");
  }

  @Test
  void mayHaveAnotherBodyWhenTheFirstWasRefused() {
    Desk keyed = desk.with("Idempotency-Key", newKey());
    keyed.post(visit(newUri(), "'mode':'picnic'"));

    assertThat(keyed.post(visit(newUri())).status()).isEqualTo(202);
  }

  @Test
  void isForgottenAfterADay() {
    TestClock clock = new TestClock();
    String key = newKey();
    try (Desk aging = Desk.open(CLIENT, null, clock)) {
      Desk keyed = aging.with("Idempotency-Key", key);
      keyed.post(visit(newUri(), "'versionCreated':'2024-02-01T00:00:00Z'"));

      clock.advance(Duration.ofHours(23));
      String other = visit(newUri(), "'versionCreated':'2024-02-01T00:00:00Z'");
      assertThat(keyed.post(other).status()).isEqualTo(422);
      clock.advance(Duration.ofHours(2));

      assertThat(keyed.post(other).status()).isEqualTo(202);
    }
  }

  @Test
  void isAnotherOneWhenAnotherPublisherSendsIt() throws IOException {
    NewToken one = NewToken.forPublisher("one");
    NewToken two = NewToken.forPublisher("two");
    Path file = folder.resolve("tokens");
    Files.writeString(file, "[" + one.entry() + "," + two.entry() + "]");
    try (Desk named = Desk.open(CLIENT, file, Clock.systemUTC())) {
      Desk keyed = named.with("Idempotency-Key", newKey());

      keyed.withToken(one.secret()).post(visit(newUri()));
      Reply other = keyed.withToken(two.secret()).post(visit(newUri()));

      assertThat(other.status()).isEqualTo(202);
      assertThat(other.header("Idempotency-Replayed")).isNull();
    }
  }

  @Test
  void waitsForTheFirst() throws Exception {
    Keys keys = new Keys(Clock.systemUTC());
    Key key = Key.random();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () ->
                keys.alone(
                    key,
                    () -> {
                      begun.countDown();
                      Waiting.on(end);
                      return "done";
                    }));
    begun.await();

    assertThat(Waiting.refusalOf(() -> keys.alone(key, () -> "second")).status()).isEqualTo(409);

    end.countDown();
    assertThat(first.join()).isEqualTo("done");
    assertThat(keys.alone(key, () -> "third")).isEqualTo("third");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256})
  void needsAKeyOfALength(int length) {
    Reply reply = desk.with("Idempotency-Key", "k".repeat(length)).post(visit(newUri()));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.fields()).containsExactly("Idempotency-Key");
  }

  @Test
  void leavesNoTraceOfItsKeyOnTheTopics() {
    Kafka kafka = Kafka.embedded();
    String key = newKey();

    desk.with("Idempotency-Key", key).post(visit(newUri()));

    byte[] mark = kafka.records("read_committed").get(0).headers().lastHeader(Key.HEADER).value();
    assertThat(new String(mark, StandardCharsets.UTF_8))
        .matches("[0-9a-f]{32} [0-9a-f]{32} 0")
        .doesNotContain(key);
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }
}
