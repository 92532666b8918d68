package dev.tidings.party;

import dev.tidings.text.PlainText;
import java.util.List;
import java.util.Locale;

/**
 * An unordered pair of different parties, held in alphabetical order of their codes.
 *
 * @param first the party whose code comes first
 * @param second the other one
 */
public record Relationship(Party first, Party second) implements Comparable<Relationship> {

  public Relationship {
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "relationship %s-%s; expected two different parties in alphabetical order",
              first,
              second));
    }
  }

  /** The relationship of two parties, given in either order. */
  public static Relationship of(Party one, Party other) {
    if (one.equals(other)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' on both sides; expected two different parties", one));
    }
    return one.compareTo(other) < 0 ? new Relationship(one, other) : new Relationship(other, one);
  }

  /** Reads a key such as {@code IRN-PAK}, the pair in either order. */
  public static Relationship parse(String key) {
    int dash = key.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' is no relationship; expected two party codes, as in IRN-PAK",
              PlainText.clip(key)));
    }
    return of(Party.of(key.substring(0, dash)), Party.of(key.substring(dash + 1)));
  }

  /** The record key in every topic: the two codes in alphabetical order, {@code IRN-PAK}. */
  public String key() {
    return first.code() + "-" + second.code();
  }

  public List<Party> parties() {
    return List.of(first, second);
  }

  public boolean includes(Party party) {
    return first.equals(party) || second.equals(party);
  }

  @Override
  public int compareTo(Relationship other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : second.compareTo(other.second);
  }

  @Override
  public String toString() {
    return key();
  }
}
