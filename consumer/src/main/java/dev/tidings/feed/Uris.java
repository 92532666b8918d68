package dev.tidings.feed;

import dev.tidings.party.Relationship;
import java.util.stream.Stream;

/**
 * In which relationships a uri may stand: in more than one, when its update is multilateral. One
 * thread adds, any thread asks.
 */
final class Uris {

  final HashIndex pairs = new HashIndex();

  void add(String uri, Relationship relationship) {
    int hash = pairs.hash(uri);
    int number = PairNumbers.of(relationship);
    if (pairs.find(hash).noneMatch(there -> there == number)) {
      pairs.add(hash, number);
    }
  }

  /** All in which it stands, and now and then another one. */
  Stream<Relationship> find(String uri) {
    return pairs.find(pairs.hash(uri)).mapToObj(PairNumbers::relationship);
  }
}
