package dev.tidings.wire;

import static dev.tidings.wire.Submissions.bytes;
import static dev.tidings.wire.Submissions.full;
import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class UnknownFieldTest {

  @Test
  void isIgnoredByAnOldConsumer() {
    ObjectNode update = full().put("future", 1);
    update.putObject("later").putArray("still");
    ((ObjectNode) update.get("thread")).put("future", true);
    ((ObjectNode) update.get("people").get(0)).put("future", "x");
    ((ObjectNode) update.get("sources").get(0)).put("future", "x");
    ((ObjectNode) update.get("responds")).put("future", "x");
    ((ObjectNode) update.get("attributedTo")).put("future", "x");

    assertThat(good(UpdateJson.read(bytes(update))))
        .isEqualTo(good(UpdateJson.read(bytes(full()))));
  }

  @Test
  void isRefusedFromAUserWithTheFieldsThatThereAre() {
    assertThat(refused(smallest().put("headLine", "typing error")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("headLine");
              assertThat(problem.message())
                  .startsWith("unknown field; expected one of uri, version, versionCreated, ")
                  .contains("parties")
                  .contains("edNote");
            });
  }

  @Test
  void isRefusedEvenWhenNull() {
    assertThat(refused(smallest().putNull("headLine")))
        .extracting(Problem::field)
        .containsExactly("headLine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "responds", "attributedTo"})
  void isRefusedInsideAnObject(String name) {
    ObjectNode update = full();
    ((ObjectNode) update.get(name)).put("note", 1);

    assertThat(refused(update)).extracting(Problem::field).containsExactly(name + ".note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"people", "sources"})
  void isRefusedInsideAList(String name) {
    ObjectNode update = full();
    ((ObjectNode) update.get(name).get(1)).put("note", 1);

    assertThat(refused(update)).extracting(Problem::field).containsExactly(name + "[1].note");
  }

  @Test
  void isQuotedWithoutControlCharacters() {
    assertThat(refused(smallest().put("a\u001B[2J\nb", 1)))
        .extracting(Problem::field)
        .containsExactly("a[U+001B][2J[U+000A]b");
  }
}
