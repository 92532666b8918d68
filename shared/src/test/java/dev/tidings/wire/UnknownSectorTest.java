package dev.tidings.wire;

import static dev.tidings.wire.Submissions.accepted;
import static dev.tidings.wire.Submissions.bytes;
import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.problems;
import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.summary.CountedUpdate;
import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class UnknownSectorTest {

  @ParameterizedTest
  @CsvSource({"actorSector, XYZ", "counterpartSector, gov", "actorSector, ''"})
  void isRefusedFromAUserWithTheList(String side, String code) {
    assertThat(refused(smallest().put(side, code)))
        .containsExactly(
            new Problem(
                side,
                "'%s' is no sector; expected one of GOV, JUD, LEG, MIL, COP, OPP, PTY, REB, PRM, SPY, UAF, CVL, ELI, BUS, EDU, MED, LAB, AGR, JRN, REF, REL, SOC, CRM, NGO, UNK"
                    .formatted(code)));
  }

  @Test
  void isKeptByAConsumerAndWrittenAgain() {
    byte[] value = bytes(onATopic("XYZ:future"));

    RelationshipUpdate update = good(UpdateJson.read(value));

    assertThat(update.actorSector()).hasToString("XYZ:future");
    assertThat(UpdateJson.write(update.republished(Instant.EPOCH, List.of())))
        .asString()
        .contains("\"actorSector\":\"XYZ:future\"");
    assertThat(Schemas.errors("update", Submissions.json(new String(value, UTF_8)))).isEmpty();
  }

  @Test
  void isKeptInWhatTheWorkerWrites() {
    CountedUpdate counted =
        CountedUpdate.of(good(UpdateJson.read(bytes(onATopic("XYZ")))), 1, false);

    assertThat(good(Json.read(Json.write(counted), CountedUpdate.class))).isEqualTo(counted);
    assertThat(counted.actorSector()).hasToString("XYZ");
  }

  @Test
  void isNotTheState() {
    assertThat(good(UpdateJson.read(bytes(onATopic("XYZ")))).isBetweenStates()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0007b"})
  void thatIsNoLineOfTextIsNoSectorToAConsumerEither(String code) {
    assertThat(problems(UpdateJson.read(bytes(onATopic(code)))))
        .extracting(Problem::field)
        .containsExactly("actorSector");
  }

  @Test
  void isNotThereUnlessSomebodySaysIt() {
    RelationshipUpdate update = accepted(smallest());

    assertThat(update.actorSector()).isNull();
    assertThat(UpdateJson.write(update)).asString().doesNotContain("Sector");
  }

  private static ObjectNode onATopic(String sector) {
    return smallest().put("versionCreated", "2024-01-16T00:00:00Z").put("actorSector", sector);
  }
}
