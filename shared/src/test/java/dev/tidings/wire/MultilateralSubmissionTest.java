package dev.tidings.wire;

import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.multilateral;
import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class MultilateralSubmissionTest {

  private static final List<String> CODES =
      Stream.of(
              "AFG ARE ARM AUS AZE BGD BHR CHN DEU EGY ESP FRA GBR IDN IND IRN IRQ ITA JOR JPN KAZ"
                  + " KWT LBN MYS OMN PAK QAT RUS SAU TUR USA")
          .flatMap(codes -> Stream.of(codes.split(" ", -1)))
          .toList();

  @Test
  void isOneUpdateOfEachPairWithTheSameUri() {
    List<RelationshipUpdate> updates = good(submitted(multilateral()));

    assertThat(updates)
        .extracting(RelationshipUpdate::relationship)
        .extracting(Relationship::key)
        .containsExactly("IRN-PAK", "IRN-TUR", "PAK-TUR");
    assertThat(updates).extracting(RelationshipUpdate::uri).containsOnly("urn:desk:1964-07-21:rcd");
  }

  @Test
  void isTheSameInWhateverOrderItsPartiesAreNamed() {
    ObjectNode other = multilateral();
    other.putArray("parties").add("PAK").add("TUR").add("IRN");

    assertThat(good(submitted(other))).isEqualTo(good(submitted(multilateral())));
  }

  @Test
  void mayHave30Parties() {
    assertThat(good(submitted(among(CODES.subList(0, 30))))).hasSize(30 * 29 / 2);
  }

  @Test
  void mayNotHave31() {
    assertThat(refused(among(CODES)))
        .containsExactly(new Problem("parties", "31 of them; expected 2 … 30"));
  }

  @Test
  void needsTwo() {
    assertThat(refused(among(List.of())))
        .containsExactly(new Problem("parties", "0 of them; expected 2 … 30"));
    assertThat(refused(among(List.of("IRN"))))
        .containsExactly(new Problem("parties", "1 of them; expected 2 … 30"));
  }

  @Test
  void namesEachPartyOnce() {
    assertThat(refused(among(List.of("IRN", "PAK", "IRN"))))
        .containsExactly(new Problem("parties", "names a party twice"));
  }

  @Test
  void namesPartiesThatThereAre() {
    assertThat(refused(among(List.of("IRN", "XX"))))
        .extracting(Problem::field)
        .containsExactly("parties[1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"actor", "counterpart", "actorSector", "counterpartSector"})
  void hasNoSides(String side) {
    assertThat(refused(multilateral().put(side, side.endsWith("Sector") ? "CVL" : "IRN")))
        .containsExactly(new Problem(side, "stands beside parties; expected one or the other"));
  }

  @Test
  void isRefusedWholeForWhatIsWrongWithEachPair() {
    assertThat(refused(multilateral().put("headline", "").put("urgency", 0)))
        .extracting(Problem::field)
        .containsExactly("headline", "urgency");
  }

  @Test
  void isNothingThatATopicHolds() {
    assertThat(Submissions.problems(UpdateJson.read(Submissions.bytes(multilateral()))))
        .containsExactly(new Problem("actor", "missing"), new Problem("counterpart", "missing"));
  }

  private static ObjectNode among(List<String> codes) {
    ObjectNode update = multilateral();
    ArrayNode parties = update.putArray("parties");
    codes.forEach(parties::add);
    return update;
  }
}
