package dev.tidings.summary;

import dev.tidings.party.Party;

/** A party and its English name. */
public record NamedParty(Party code, String name) {

  public static NamedParty of(Party party) {
    return new NamedParty(party, party.name());
  }
}
