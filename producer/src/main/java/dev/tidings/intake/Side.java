package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.update.KnownSector;
import dev.tidings.update.Sector;
import org.jspecify.annotations.Nullable;

/**
 * One side of a machine-coded row.
 *
 * <p>The executive is the state itself, so that "Iran" and "Government (Iran)" are one side and
 * what they do is one event.
 *
 * @param sector in which capacity the party stands there; absent, as the state
 */
record Side(Party party, @Nullable Sector sector) {

  static Side state(Party party) {
    return new Side(party, null);
  }

  static Side of(Party party, KnownSector sector) {
    return sector == KnownSector.GOV ? state(party) : new Side(party, Sector.of(sector));
  }

  /** The same side, or the people of a country that is named alone. */
  Side orPeople() {
    return sector == null ? of(party, KnownSector.CVL) : this;
  }

  boolean isState() {
    return Sector.actsForState(sector);
  }

  /** As it stands in what an event is known by. */
  String id() {
    return sector == null ? party.code() : party.code() + ":" + sector.code();
  }
}
