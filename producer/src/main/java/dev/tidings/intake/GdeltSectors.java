package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.update.KnownSector;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds sectors by the types that GDELT gives an actor, {@code gdelt-sectors.tsv}. */
final class GdeltSectors {

  private static final Map<String, KnownSector> TYPES =
      Tables.rows("gdelt-sectors.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> KnownSector.valueOf(row[1])));

  private GdeltSectors() {}

  /** The party with the first of its types that we know; without any type it is the state. */
  static Side side(Party party, List<String> types) {
    if (types.isEmpty() || party.isOrganisation()) {
      return Side.state(party);
    }
    return Side.of(
        party,
        types.stream()
            .map(TYPES::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(KnownSector.UNK));
  }
}
