package dev.tidings.relationship;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.SummaryJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What tests of the fold give and ask, in a word each. */
public final class Histories {

  public static final Relationship IRAN_AND_PAKISTAN = Relationship.parse("IRN-PAK");

  private Histories() {}

  public static RelationshipState state(List<RelationshipUpdate> arrived) {
    RelationshipState state = new RelationshipState(IRAN_AND_PAKISTAN);
    arrived.forEach(state::add);
    return state;
  }

  public static RelationshipState state(UpdateFixture... arrived) {
    return state(updates(arrived));
  }

  public static List<RelationshipUpdate> updates(UpdateFixture... fixtures) {
    return Arrays.stream(fixtures).map(UpdateFixture::get).toList();
  }

  /** The summary of a day, with all that is known by the end of the century. */
  public static Summary asOf(String day, UpdateFixture... arrived) {
    return state(arrived).summary(LocalDate.parse(day), Instant.parse("2099-12-31T00:00:00Z"));
  }

  public static Summary knownAt(String instant, UpdateFixture... arrived) {
    Instant known = Instant.parse(instant);
    return state(arrived).summary(LocalDate.parse("2030-01-01"), known);
  }

  public static String json(Summary summary) {
    return new String(SummaryJson.write(summary), StandardCharsets.UTF_8);
  }

  /** How many steps all that was asked of a state and added to it has taken. */
  public static long steps(RelationshipState state) {
    return state.steps().taken();
  }
}
