package dev.tidings.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationshipOfTwoPartiesTest {

  private static final Party IRAN = new Party("IRN");
  private static final Party PAKISTAN = new Party("PAK");

  @Test
  void isTheSameInEitherOrder() {
    Relationship relationship = Relationship.of(PAKISTAN, IRAN);

    assertThat(relationship).isEqualTo(Relationship.of(IRAN, PAKISTAN));
    assertThat(relationship.key()).isEqualTo("IRN-PAK");
    assertThat(relationship).hasToString("IRN-PAK");
    assertThat(relationship.parties()).containsExactly(IRAN, PAKISTAN);
  }

  @Test
  void includesItsPartiesAlone() {
    Relationship relationship = Relationship.of(IRAN, PAKISTAN);

    assertThat(relationship.includes(IRAN)).isTrue();
    assertThat(relationship.includes(PAKISTAN)).isTrue();
    assertThat(relationship.includes(new Party("TUR"))).isFalse();
  }

  @Test
  void isReadFromAKeyInEitherOrder() {
    assertThat(Relationship.parse("IRN-PAK")).isEqualTo(Relationship.of(IRAN, PAKISTAN));
    assertThat(Relationship.parse("PAK-IRN")).isEqualTo(Relationship.of(IRAN, PAKISTAN));
    assertThat(Relationship.parse("NATO-G7")).hasToString("G7-NATO");
  }

  @Test
  void needsTwo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Relationship.of(IRAN, IRAN))
        .withMessage("'IRN' on both sides; expected two different parties");
    assertThatIllegalArgumentException().isThrownBy(() -> new Relationship(IRAN, IRAN));
  }

  @Test
  void isNeverHeldTheOtherWayRound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Relationship(PAKISTAN, IRAN))
        .withMessageContaining("alphabetical order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "IRN", "IRNPAK", "IRN_PAK", "IRN-", "-PAK", "-", "IRN-PAK-TUR", "irn-pak"})
  void isNotReadFromNonsense(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Relationship.parse(key))
        .withMessageContaining("expected");
  }

  @Test
  void quotesNonsenseInPart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Relationship.parse("\n".repeat(60_000)))
        .withMessageMatching("\\P{Cc}{1,200}");
  }

  @Test
  void isOrderedByItsFirstPartyThenItsSecond() {
    List<Relationship> sorted =
        Stream.of("PAK-USA", "IRN-USA", "IRN-PAK").map(Relationship::parse).sorted().toList();

    assertThat(sorted)
        .extracting(Relationship::key)
        .containsExactly("IRN-PAK", "IRN-USA", "PAK-USA");
  }
}
