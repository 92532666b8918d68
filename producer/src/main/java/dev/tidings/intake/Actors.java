package dev.tidings.intake;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tidings.party.Party;
import dev.tidings.text.FoldedName;
import dev.tidings.update.KnownSector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds who acted, and in which capacity, by what ICEWS and quads write of an actor. */
final class Actors {

  private record IcewsSector(String word, KnownSector sector) {}

  /** Names of organs that belong to one state alone. */
  private static final Map<String, Side> ORGANS =
      Tables.rows("organs.tsv").stream()
          .collect(
              toUnmodifiableMap(
                  row -> FoldedName.of(row[0]),
                  row -> Side.of(new Party(row[1]), KnownSector.valueOf(row[2]))));

  /** Names that stand before a country in brackets. */
  private static final Map<String, KnownSector> ROLES =
      Tables.rows("sector-names.tsv").stream()
          .collect(
              toUnmodifiableMap(row -> FoldedName.of(row[0]), row -> KnownSector.valueOf(row[1])));

  /** The particular before the general. */
  private static final List<IcewsSector> ICEWS_SECTORS =
      Tables.rows("icews-sectors.tsv").stream()
          .map(row -> new IcewsSector(FoldedName.of(row[0]), KnownSector.valueOf(row[1])))
          .toList();

  private Actors() {}

  /** Who is called so in a quad, {@code _} being a space; null where it is no party. */
  static @Nullable Side named(String actor) {
    String name = spaced(actor);
    Side whole = whole(name);
    if (whole != null) {
      return whole;
    }
    Party party = PartyNames.of(name);
    return party == null ? null : Side.of(party, role(name, ""));
  }

  /** The actor of a raw ICEWS row: its name as in a quad, with what the other columns add. */
  static @Nullable Side ofIcews(String actor, String sectors, String country) {
    String name = spaced(actor);
    Side whole = whole(name);
    if (whole != null) {
      return whole;
    }
    Party listed = PartyNames.called(country);
    Party party = listed == null ? PartyNames.of(name) : listed;
    return party == null ? null : Side.of(party, role(name, sectors));
  }

  /** A party or an organ by its own name: a country that is named alone is the state. */
  private static @Nullable Side whole(String name) {
    Party party = PartyNames.called(name);
    return party == null ? ORGANS.get(FoldedName.of(name)) : Side.state(party);
  }

  private static KnownSector role(String name, String sectors) {
    String before = PartyNames.beforeBrackets(name);
    KnownSector role = before.isEmpty() ? null : ROLES.get(FoldedName.of(before));
    if (role != null) {
      return role;
    }
    Set<String> words =
        Arrays.stream(sectors.split(",", -1))
            .map(word -> FoldedName.of(word.strip()))
            .collect(Collectors.toSet());
    return ICEWS_SECTORS.stream()
        .filter(sector -> words.contains(sector.word()))
        .map(IcewsSector::sector)
        .findFirst()
        .orElse(KnownSector.UNK);
  }

  private static String spaced(String actor) {
    return actor.replace('_', ' ').strip();
  }
}
