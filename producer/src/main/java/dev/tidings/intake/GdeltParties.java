package dev.tidings.intake;

import dev.tidings.party.Party;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds parties by GDELT's codes, {@code gdelt-parties.tsv}. */
final class GdeltParties {

  private static final Map<String, Party> COUNTRIES = table("country");
  private static final Map<String, Party> GROUPS = table("group");

  private GdeltParties() {}

  /**
   * The party of an actor: its country, else its known group, else a whole actor code that is a
   * country's.
   */
  static @Nullable Party of(String actorCode, String countryCode, String groupCode) {
    Party party = country(countryCode);
    if (party == null) {
      party = GROUPS.get(groupCode);
    }
    return party == null && countryCode.isEmpty() ? country(actorCode) : party;
  }

  private static @Nullable Party country(String code) {
    Party listed = COUNTRIES.get(code);
    if (listed != null) {
      return listed;
    }
    if (code.length() != 3 || !Party.isKnown(code)) {
      return null;
    }
    Party party = Party.of(code);
    return party.isOrganisation() ? null : party;
  }

  private static Map<String, Party> table(String column) {
    return Tables.rows("gdelt-parties.tsv").stream()
        .filter(row -> row[0].equals(column))
        .collect(Collectors.toUnmodifiableMap(row -> row[1], row -> Party.of(row[2])));
  }
}
