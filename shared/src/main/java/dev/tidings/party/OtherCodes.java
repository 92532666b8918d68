package dev.tidings.party;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What codes mean that ISO 3166-1 had once or that other lists have, {@code codes-of-others.tsv};
 * and what to use for a country's alpha-2 code or name.
 */
final class OtherCodes {

  private static final int LONGEST_NAME = 60;

  /** What to use, and what the code stands for. */
  private record Meaning(List<String> codes, String of) {

    String inWords() {
      String which = codes.size() == 1 ? "" : "one of ";
      return which + String.join(", ", codes) + " for " + of;
    }
  }

  private static final Map<String, Meaning> OURS = ours();
  private static final Map<String, Meaning> OTHERS =
      PartyTable.cells("codes-of-others.tsv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  cells -> cells[0], cells -> new Meaning(List.of(cells[1].split(" ")), cells[2])));

  private OtherCodes() {}

  /** {@code ROU for Romania}; empty where nothing is known of the code. */
  static Optional<String> expectedFor(String unknown) {
    if (unknown.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String code = unknown.toUpperCase(Locale.ROOT);
    return Optional.ofNullable(OURS.get(code))
        .or(() -> Optional.ofNullable(OTHERS.get(code)))
        .or(() -> PartyTable.codeOf(unknown).map(OURS::get))
        .map(Meaning::inWords);
  }

  /** {@code PSE for the West Bank and Gaza}; empty where a code of ours has no other meaning. */
  static Optional<String> elsewhere(String known) {
    return Optional.ofNullable(OTHERS.get(known)).map(Meaning::inWords);
  }

  private static Map<String, Meaning> ours() {
    Map<String, Meaning> ours = new HashMap<>();
    for (PartyTable.Row row : PartyTable.rows().values()) {
      Meaning party = new Meaning(List.of(row.code()), row.name());
      ours.put(row.code(), party);
      if (row.alpha2() != null) {
        ours.putIfAbsent(row.alpha2(), party);
      }
    }
    return Map.copyOf(ours);
  }
}
