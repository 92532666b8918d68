package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.publish.Kafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request with something wrong in it. */
class RefusedBatchTest {

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.open(Kafka.embedded().client());
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void isToldAllProblemsOfAllItsUpdatesAndPublishesNothing() {
    Kafka kafka = Kafka.embedded();
    String wrong =
        visit(
            "no uri",
            "'mode':'picnic'",
            "'people':[{'name':'A','party':'XX'}]",
            "'colour':'green'");

    Reply reply = desk.post("[%s, %s, 7]".formatted(visit(newUri()), wrong));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.fields())
        .contains("[1].uri", "[1].mode", "[1].people[0].party", "[1].colour", "[2]")
        .noneMatch(field -> field.startsWith("[0]"));
    assertThat(kafka.published()).isEmpty();
  }

  @Test
  void namesTheLine() {
    Kafka kafka = Kafka.embedded();

    Reply reply = desk.postLines(visit(newUri()), "", visit(newUri(), "'mode':'picnic'"), "{");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.fields()).containsExactly("line 3: mode", "line 4");
    assertThat(kafka.published()).isEmpty();
  }

  @Test
  void namesTheFieldAloneOfASingleUpdate() {
    assertThat(desk.post(visit(newUri(), "'people':[{'name':'A','party':'XX'}]")).errors())
        .singleElement()
        .asString()
        .startsWith("people[0].party: unknown party 'XX'");
  }

  @Test
  void isPublishedInPartWhenItMay() {
    Kafka kafka = Kafka.embedded();
    String good = newUri();

    Reply reply =
        desk.postPartial("[%s, %s]".formatted(visit(newUri(), "'mode':'picnic'"), visit(good)));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(PostedUpdateTest.uris(reply)).containsExactly(good);
    assertThat(reply.json().at("/refused/0/at").stringValue()).isEqualTo("[0]");
    assertThat(reply.json().at("/refused/0/status").intValue()).isEqualTo(422);
    assertThat(reply.json().at("/refused/0/errors/0/field").stringValue()).isEqualTo("[0].mode");
    assertThat(kafka.published()).singleElement().asString().contains(good);
  }

  @Test
  void isRefusedWholeWhenNoPartIsGood() {
    assertThat(desk.postPartial("[" + visit(newUri(), "'mode':'picnic'") + "]").status())
        .isEqualTo(422);
  }

  @Test
  void hasAnUpdateAtLeast() {
    assertThat(desk.post("[]").status()).isEqualTo(422);
    assertThat(desk.postLines("", " ").status()).isEqualTo(422);
  }

  @Test
  void mayNotTurnTheDirectionOfAHeadline() {
    Reply reply = desk.post(visit(newUri(), "'headline':'safe \\u202egpj.exe'"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.fields()).containsExactly("headline");
  }

  @Test
  void mayNotBeIssuedTomorrow() {
    assertThat(desk.post(visit(newUri(), "'versionCreated':'2999-01-01T00:00:00Z'")).fields())
        .containsExactly("versionCreated");
  }

  @Test
  void isToldOfParametersThatMeanNothing() {
    Reply reply = desk.send("POST", "/updates?partail=true", "application/json", visit(newUri()));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errors())
        .containsExactly("partail: unknown parameter; expected one of partial");
  }
}
