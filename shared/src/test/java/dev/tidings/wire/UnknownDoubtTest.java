package dev.tidings.wire;

import static dev.tidings.wire.Submissions.accepted;
import static dev.tidings.wire.Submissions.bytes;
import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.json;
import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Doubt;
import dev.tidings.update.Problem;
import dev.tidings.update.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class UnknownDoubtTest {

  @ParameterizedTest
  @ValueSource(strings = {"hearsay", "Not-Root", ""})
  void isRefusedFromAUserWithTheList(String word) {
    assertThat(refused(doubted("[\"not-root\",\"" + word + "\"]")))
        .containsExactly(
            new Problem(
                "sources[0].doubts[1]",
                "'%s'; expected one of machine-coded, not-root, single-source, untyped-actor"
                    .formatted(word)));
  }

  @Test
  void isLeftOutByAConsumerWhichReadsTheRest() {
    ObjectNode update = onATopic("[\"hearsay\",\"single-source\",\"\"]");

    Source source = good(UpdateJson.read(bytes(update))).sources().get(0);

    assertThat(source).isEqualTo(new Source("a", null, null, List.of(Doubt.SINGLE_SOURCE)));
    assertThat(Schemas.errors("update", update)).isEmpty();
  }

  @Test
  void isNotThereUnlessSomebodySaysIt() {
    byte[] written = UpdateJson.write(accepted(doubted("[]")));

    assertThat(written).asString().doesNotContain("doubts");
  }

  @Test
  void isWrittenOnceAndInTheOrderOfTheList() {
    byte[] written =
        UpdateJson.write(accepted(doubted("[\"untyped-actor\",\"not-root\",\"untyped-actor\"]")));

    assertThat(written).asString().contains("\"doubts\":[\"not-root\",\"untyped-actor\"]");
  }

  private static ObjectNode doubted(String doubts) {
    ObjectNode update = smallest();
    update.putArray("sources").addObject().put("name", "a").set("doubts", json(doubts));
    return update;
  }

  private static ObjectNode onATopic(String doubts) {
    return doubted(doubts).put("versionCreated", "2024-01-16T00:00:00Z");
  }
}
