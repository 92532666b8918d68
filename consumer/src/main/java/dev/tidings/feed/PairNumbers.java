package dev.tidings.feed;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import java.util.Collections;
import java.util.List;

/**
 * Relationships as whole numbers, in the same order. The numbers are of this process alone: another
 * version of the program may know other parties.
 */
final class PairNumbers {

  private static final List<Party> PARTIES = Party.all();

  private PairNumbers() {}

  static int of(Relationship relationship) {
    return place(relationship.first()) * PARTIES.size() + place(relationship.second());
  }

  static Relationship relationship(int number) {
    return new Relationship(
        PARTIES.get(number / PARTIES.size()), PARTIES.get(number % PARTIES.size()));
  }

  private static int place(Party party) {
    return Collections.binarySearch(PARTIES, party);
  }
}
