package dev.tidings.intake;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tidings.party.Party;
import dev.tidings.text.FoldedName;
import dev.tidings.update.KnownSector;
import java.time.LocalDate;
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
  private static final NameTable ORGANS = NameTable.bundled("organs.tsv");

  /** Names of people, each for the days of its term. */
  private static final NameTable LEADERS = NameTable.bundled("leaders.tsv");

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

  private final NameTable own;
  private final UnknownNames unknown = new UnknownNames();

  /**
   * Knows what the tables know.
   *
   * @param own the operator's table, which is asked first
   */
  Actors(NameTable own) {
    this.own = own;
  }

  /** Who is called so in a quad on that day, {@code _} being a space; null where it is no party. */
  @Nullable Side of(String actor, LocalDate day) {
    return of(actor, "", "", day);
  }

  /** The actor of a raw ICEWS row: its name as in a quad, with what the other columns add. */
  @Nullable Side of(String actor, String sectors, String country, LocalDate day) {
    String name = spaced(actor);
    Side side = find(name, sectors, country, day);
    if (side == null) {
      unknown.party(name);
    }
    return side;
  }

  /** The names that were asked for and that no table knows. */
  UnknownNames unknown() {
    return unknown;
  }

  private @Nullable Side find(String name, String sectors, String country, LocalDate day) {
    Side whole = whole(name, day);
    if (whole != null) {
      return whole;
    }
    Party listed = PartyNames.called(country);
    Side leader = LEADERS.on(name, day);
    if (leader != null && (listed == null || listed.equals(leader.party()))) {
      return leader;
    }
    Party party = listed == null ? PartyNames.of(name) : listed;
    return party == null ? null : Side.of(party, role(name, sectors, day));
  }

  /** A party or an organ by its own name: a country that is named alone is the state. */
  private @Nullable Side whole(String name, LocalDate day) {
    Side operators = own.on(name, day);
    if (operators != null) {
      return operators;
    }
    Party party = PartyNames.called(name);
    if (party != null) {
      return Side.state(party);
    }
    Side organ = ORGANS.on(name, day);
    return organ == null ? organInBrackets(PartyNames.inBrackets(name), day) : organ;
  }

  /** Of {@code Chief of Staff (Israeli Defense Forces)}: whoever it is acts for the organ. */
  private @Nullable Side organInBrackets(String organ, LocalDate day) {
    if (organ.isEmpty()) {
      return null;
    }
    Side operators = own.on(organ, day);
    return operators == null ? ORGANS.on(organ, day) : operators;
  }

  private KnownSector role(String name, String sectors, LocalDate day) {
    String before = PartyNames.beforeBrackets(name);
    KnownSector role = before.isEmpty() ? null : role(before, day);
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
        .orElseGet(() -> unknown(before));
  }

  private KnownSector unknown(String beforeBrackets) {
    unknown.sector(beforeBrackets);
    return KnownSector.UNK;
  }

  private @Nullable KnownSector role(String beforeBrackets, LocalDate day) {
    KnownSector operators = own.role(beforeBrackets, day);
    return operators == null ? ROLES.get(FoldedName.of(beforeBrackets)) : operators;
  }

  private static String spaced(String actor) {
    return actor.replace('_', ' ').strip();
  }
}
