package dev.tidings.wire;

import static dev.tidings.wire.Submissions.bytes;
import static dev.tidings.wire.Submissions.full;
import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** A text in which something stands that nobody sees. */
class HiddenTextTest {

  @ParameterizedTest
  @CsvSource({
    "'', headline, headline",
    "'', body, body",
    "'', place, place",
    "'', edNote, edNote",
    "/people/0, name, people[0].name",
    "/people/0, role, people[0].role",
    "/attributedTo, name, attributedTo.name",
    "/attributedTo, role, attributedTo.role",
    "/thread, terms, thread.terms",
    "/sources/0, name, sources[0].name",
    "/sources/0, family, sources[0].family"
  })
  void isRefusedFromAUserAndReadFromATopic(String object, String name, String field) {
    ObjectNode update = full();
    ((ObjectNode) update.at(object)).put(name, "Iran\u2060 and\u2066 Pakistan");

    assertThat(refused(update)).extracting(Problem::field).containsExactly(field);
    assertThat(good(UpdateJson.read(bytes(update)))).isNotNull();
  }
}
