package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.summit;
import static dev.tidings.gateway.Texts.visit;
import static dev.tidings.gateway.Texts.visitOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.http.NewToken;
import dev.tidings.publish.Kafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
  void isToldWhatIsNotAllowedBesideWhatIsWrong() {
    Reply reply =
        desk.post(
            "[%s,%s]"
                .formatted(visitOf(newUri(), "IRN", "FRA"), visit(newUri(), "'mode':'picnic'")));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.fields()).containsExactly("[0]", "[1].mode");
  }

  @Test
  void leavesTheUpdatesOfOthersAlone() {
    Kafka kafka = Kafka.embedded();
    String uri = newUri();
    wire.post(visit(uri));

    Reply put = desk.put(uri, visit(uri));

    assertThat(put.status()).isEqualTo(403);
    assertThat(put.detail())
        .isEqualTo("published by /tidings/gateway/wire; expected an update of desk");
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
