package dev.tidings.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Stand.Place;
import dev.tidings.party.Relationship;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One uri under which several have published, read in any order. */
class UpdateOfSeveralPublishersTest {

  private static final Place FIRST = place("IRN-PAK", 1, false);

  @Test
  void isOwnedByTheFirst() {
    assertThat(new Stand("b", 20, List.of(FIRST)).with("a", 10, FIRST).owner()).isEqualTo("a");
    assertThat(new Stand("a", 10, List.of(FIRST)).with("b", 20, FIRST).owner()).isEqualTo("a");
    assertThat(new Stand("b", 10, List.of(FIRST)).with("a", 10, FIRST).owner()).isEqualTo("a");
    assertThat(new Stand("a", 10, List.of(FIRST)).with("b", 10, FIRST).owner()).isEqualTo("a");
  }

  @Test
  void standsWithItsHighestVersionInEachRelationship() {
    Place kill = place("IRN-PAK", 3, true);
    Place other = place("IRN-TUR", 2, false);

    Stand stand = new Stand("a", 10, List.of(kill)).with("a", 11, FIRST).with("a", 12, other);

    assertThat(stand.places()).containsExactly(kill, other);
    assertThat(stand.alive()).containsExactly(other);
    assertThat(stand.highest()).isEqualTo(3);
  }

  private static Place place(String relationship, int version, boolean isKill) {
    return new Place(
        Relationship.parse(relationship), version, isKill, "relations.visits", 0, version);
  }
}
