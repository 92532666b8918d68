package dev.tidings.update;

import dev.tidings.party.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who acted towards whom, and in which capacity each.
 *
 * @param actorSector absent, the actor acted for its state
 * @param counterpartSector absent, the counterpart was acted upon as its state
 */
public record Sides(
    Party actor,
    @Nullable Sector actorSector,
    Party counterpart,
    @Nullable Sector counterpartSector) {

  /** Whether it is said of either in which capacity. */
  public boolean nameSectors() {
    return actorSector != null || counterpartSector != null;
  }

  /** Whether both act for their states. */
  public boolean areStates() {
    return Sector.actsForState(actorSector) && Sector.actsForState(counterpartSector);
  }

  /** Within a sentence: {@code Spain (police) to Portugal (private people)}. */
  public String inWords() {
    return side(actor, actorSector) + " to " + side(counterpart, counterpartSector);
  }

  private static String side(Party party, @Nullable Sector sector) {
    return party.nameInSentence() + (sector == null ? "" : " (" + sector.inWords() + ")");
  }
}
