package dev.tidings.gateway;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.summit;
import static dev.tidings.gateway.Texts.visit;
import static dev.tidings.gateway.Texts.visitOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.http.NewToken;
import dev.tidings.http.Publisher;
import dev.tidings.publish.Kafka;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishers with tokens: one of all, one of some parties and kinds. */
class PublisherWithATokenTest {

  private static final NewToken ALL = NewToken.forPublisher("wire");
  private static final NewToken SOME = NewToken.forPublisher("desk");

  @TempDir static Path folder;
  private static Desk nobody;
  private static Desk wire;
  private static Desk desk;

  @BeforeAll
  static void open() throws IOException {
    String some =
        SOME.entry().replace("}", ",\"parties\":[\"PAK\",\"TUR\"],\"kinds\":[\"visit\"]}");
    Path file = Files.writeString(folder.resolve("tokens"), "[" + ALL.entry() + "," + some + "]");
    nobody = Desk.open(Kafka.embedded().client(), file, Clock.systemUTC());
    wire = nobody.withToken(ALL.secret());
    desk = nobody.withToken(SOME.secret());
  }

  @AfterAll
  static void close() {
    nobody.close();
  }

  @Test
  void isAskedForIt() {
    Reply missing = nobody.post(visit(newUri()));
    Reply wrong = nobody.withToken("tidings_x").post(visit(newUri()));

    assertThat(missing.status()).isEqualTo(401);
    assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tidings\"");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate")).contains("invalid_token");
    assertThat(nobody.delete(newUri()).status()).isEqualTo(401);
    assertThat(nobody.put(newUri(), "{}").status()).isEqualTo(401);
  }

  @Test
  void isNamedOnItsRecords() {
    Kafka kafka = Kafka.embedded();

    assertThat(desk.post(visit(newUri())).status()).isEqualTo(202);

    assertThat(PostedUpdateTest.header(kafka.records("read_committed").get(0), "ce_source"))
        .isEqualTo("/tidings/gateway/desk");
  }

  @Test
  void publishesWhatHasOneOfItsParties() {
    assertThat(desk.post(summit(newUri(), "'IRN','PAK'")).status()).isEqualTo(202);

    Reply other = desk.post(visitOf(newUri(), "IRN", "FRA"));

    assertThat(other.status()).isEqualTo(403);
    assertThat(other.detail()).isEqualTo("desk publishes on PAK, TUR; FRA-IRN has none of them");
  }

  @Test
  void publishesNoPairOfManyWithNeitherOfItsParties() {
    assertThat(desk.post(summit(newUri(), "'PAK','IRN','FRA'")).detail()).contains("FRA-IRN");
  }

  @Test
  void publishesItsKindsAlone() {
    Reply reply = desk.post(visit(newUri(), "'kind':'incident'", "'mode':'clash'"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.detail()).isEqualTo("desk publishes the kinds visit, not incident");
  }

  @Test
  void movesTheThreadsOfItsKindsAlone() {
    String ends = "'thread':{'id':'border/pilgrims','effect':'ends'}";
    String imposes = "'thread':{'id':'sanctions','effect':'begins'}";
    String uri = newUri();

    Reply border = desk.post(visit(newUri(), ends));
    Reply own = desk.post(visit(uri, "'thread':{'id':'visit/2024','effect':'begins'}"));
    Reply corrected = desk.put(uri, visit(uri, imposes));

    assertThat(border.status()).isEqualTo(403);
    assertThat(border.detail()).isEqualTo("desk moves the threads visit, not border/pilgrims");
    assertThat(own.status()).isEqualTo(202);
    assertThat(corrected.status()).isEqualTo(403);
    assertThat(desk.post(visit(newUri(), "'thread':{'id':'trade','effect':'begins'}")).status())
        .isEqualTo(403);
    assertThat(wire.post(visit(newUri(), ends)).status()).isEqualTo(202);
  }

  @Test
  void answersClaimsOfItsKindsAloneAndRetractsItsOwnAlone() {
    String claimed = "'standing':'claimed','attributedTo':{'party':'IRN'}";
    String border = newUri();
    String visit = newUri();
    String own = newUri();
    wire.post(visit(border, "'kind':'border'", "'mode':'closes'", claimed));
    wire.post(visit(visit, claimed));
    desk.post(visit(own, claimed));

    assertThat(desk.post(answer(border, "denies")).errors())
        .containsExactly(
            "responds.uri: no claim with this uri is of the kinds visit; desk answers no others");
    assertThat(desk.post(answer(newUri(), "confirms")).status()).isEqualTo(403);
    assertThat(desk.post(answer(visit, "denies")).status()).isEqualTo(202);
    assertThat(desk.post(answer(visit, "retracts")).errors())
        .containsExactly("responds.uri: no claim of desk; it retracts its own claims alone");
    assertThat(
            desk.put(own, answer(visit, "retracts").replaceFirst("\"uri\":\"[^\"]*\",", ""))
                .status())
        .isEqualTo(403);
    assertThat(desk.post(answer(own, "retracts")).status()).isEqualTo(202);
    assertThat(wire.post(answer(own, "retracts")).status()).isEqualTo(202);
  }

  @Test
  void withdrawsWhateverIsItsOwn() {
    Publisher limited = new Publisher("desk", Set.of(), Set.of(Kind.VISIT));
    RelationshipUpdate moves = update("a").thread("border", Effect.ENDS).get();

    assertThat(limited.whyNot(moves)).isPresent();
    assertThat(limited.whyNot(moves.toBuilder().pubStatus(PubStatus.CANCELED).build())).isEmpty();
  }

  private static String answer(String claim, String position) {
    return visit(newUri(), "'responds':{'uri':'%s','position':'%s'}".formatted(claim, position));
  }

  @Test
  void isToldWhatIsNotAllowedBesideWhatIsWrong() {
    Reply reply =
        desk.post(
            "[%s,%s]"
                .formatted(visitOf(newUri(), "IRN", "FRA"), visit(newUri(), "'mode':'picnic'")));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.fields()).containsExactly("[0]", "[1].mode");
  }

  @Test
  void keepsAnUpdateOfWhichAnotherRecordSaysThatItIsOlder() throws Exception {
    Kafka kafka = Kafka.embedded();
    String uri = newUri();
    wire.post(visit(uri));
    ConsumerRecord<byte[], byte[]> posted = kafka.records("read_committed").get(0);
    String backdated =
        new String(posted.value(), StandardCharsets.UTF_8)
            .replaceFirst(
                "\"versionCreated\":\"[^\"]+\"", "\"versionCreated\":\"1970-01-01T00:00:01Z\"");
    ProducerRecord<byte[], byte[]> older =
        new ProducerRecord<>(
            posted.topic(),
            posted.partition(),
            1_000L,
            posted.key(),
            backdated.getBytes(StandardCharsets.UTF_8));
    older.headers().add("ce_source", "/tidings/gateway/desk".getBytes(StandardCharsets.UTF_8));

    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(older).get();
    }

    assertThat(desk.delete(uri).status()).isEqualTo(403);
    assertThat(wire.delete(uri).status()).isEqualTo(202);
  }

  @Test
  void leavesTheUpdatesOfOthersAlone() {
    Kafka kafka = Kafka.embedded();
    String uri = newUri();
    wire.post(visit(uri));

    Reply put = desk.put(uri, visit(uri));

    assertThat(put.status()).isEqualTo(403);
    assertThat(put.detail()).isEqualTo("published by somebody else; expected an update of desk");
    assertThat(desk.delete(uri).status()).isEqualTo(403);
    // The index is as old as the last catch-up, here that of the requests above.
    assertThat(desk.post(visit(uri, "'version':2")).status()).isEqualTo(403);
    assertThat(kafka.published()).hasSize(1);
    assertThat(wire.delete(uri).status()).isEqualTo(202);
  }

  @Test
  void correctsNothingIntoWhatItMayNotPublish() {
    String uri = newUri();
    desk.post(visit(uri));

    assertThat(desk.put(uri, visitOf(uri, "IRN", "FRA")).status()).isEqualTo(403);
  }

  @Test
  void isKnownFromWhenTheFileHasIt() throws IOException {
    NewToken late = NewToken.forPublisher("late");
    Path file = Files.writeString(folder.resolve("changing"), "[" + ALL.entry() + "]");
    try (Desk changing = Desk.open(Kafka.embedded().client(), file, Clock.systemUTC())) {
      assertThat(changing.withToken(late.secret()).post(visit(newUri())).status()).isEqualTo(401);

      Files.writeString(file, "[" + late.entry() + "  ]");

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(changing.withToken(late.secret()).post(visit(newUri())).status())
                      .isEqualTo(202));
      assertThat(changing.withToken(ALL.secret()).post(visit(newUri())).status()).isEqualTo(401);

      Files.writeString(file, "[ nonsense");

      assertThat(changing.withToken(late.secret()).post(visit(newUri())).status()).isEqualTo(202);
    }
  }
}
