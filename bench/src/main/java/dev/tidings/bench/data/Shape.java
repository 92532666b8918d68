package dev.tidings.bench.data;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.update.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How the updates between countries in icews18 (ICEWS, 29 August to 31 October 2018) are spread, as
 * {@code tidings publish} reads them: 22,889 updates of 2,882 pairs, 400 bytes each on the average.
 */
final class Shape {

  /** How often each mode is there; those that are not, and twelve rare ones, are left out. */
  static final Map<Mode, Integer> MODES =
      Map.ofEntries(
          Map.entry(Mode.AGREEMENT_TALKS, 3_700),
          Map.entry(Mode.COMMENT, 3_450),
          Map.entry(Mode.OFFICIAL_VISIT, 2_626),
          Map.entry(Mode.MEETING, 2_251),
          Map.entry(Mode.PRAISE, 1_697),
          Map.entry(Mode.REQUEST, 1_559),
          Map.entry(Mode.SUPPORT, 921),
          Map.entry(Mode.ACCUSATION, 881),
          Map.entry(Mode.CRITICISM, 806),
          Map.entry(Mode.SIGNED, 791),
          Map.entry(Mode.ARREST, 578),
          Map.entry(Mode.REJECTION, 508),
          Map.entry(Mode.CLASH, 505),
          Map.entry(Mode.THREAT, 330),
          Map.entry(Mode.SOLIDARITY, 294),
          Map.entry(Mode.AID, 257),
          Map.entry(Mode.ATTACK, 209),
          Map.entry(Mode.MILITARY, 191),
          Map.entry(Mode.RECALLED, 172),
          Map.entry(Mode.IMPOSED, 152),
          Map.entry(Mode.DENIAL, 121),
          Map.entry(Mode.SUSPENDED, 101),
          Map.entry(Mode.PROTEST, 100),
          Map.entry(Mode.ECONOMIC, 92),
          Map.entry(Mode.STRIKE, 85),
          Map.entry(Mode.CALL, 80),
          Map.entry(Mode.MOBILISATION, 78),
          Map.entry(Mode.DEPORTATION, 64),
          Map.entry(Mode.RELEASE, 49),
          Map.entry(Mode.CONCESSION, 47),
          Map.entry(Mode.PACT, 40),
          Map.entry(Mode.SEIZURE, 36),
          Map.entry(Mode.EXPELLED, 13),
          Map.entry(Mode.WITHDRAWAL, 12),
          Map.entry(Mode.CEASEFIRE, 12),
          Map.entry(Mode.EASED, 9),
          Map.entry(Mode.OPENS, 2));

  /** The sectors that act besides the state, the most frequent twice; one side in nine has one. */
  static final List<String> SECTORS = List.of("CVL", "CVL", "MIL", "LEG", "COP", "BUS", "JRN");

  static final int ONE_IN_SECTOR = 9;

  /** Updates a day. */
  static final int A_DAY = 360;

  /** The actors, the most frequent first. */
  private static final String ACTORS =
      "USA CHN RUS EU IRN UNO KOR IND DEU ISR GBR JPN FRA TUR PRK SAU PSE CAN AUS SYR VNM AZE PAK"
          + " ITA IDN LTU ARM UKR CZE EGY ESP EST BEL HUN LBN AFG VEN MEX TWN GEO GRC AUT BRA ARG"
          + " PHL BGR ROU POL COL MYS CHL CUB HRV VAT ARE NLD NATO SGP BLR IRQ DZA THA GTM DNK BGD"
          + " NGA SVK SRB CYP ZAF KAZ YEM CHE MAR IRL ETH LVA MDA HND PRY NOR KHM JOR MMR SDN LAO"
          + " FIN ECU QAT NZL MNG BOL LBY LKA KEN BFA KWT ASEAN SWE HKG CIV OMN";

  private static final int PAIRS = 5_000;

  private Shape() {}

  /** The pairs of a large archive, the busiest first: those of the busiest actors. */
  static List<Relationship> pairs() {
    List<Party> actors = List.of(ACTORS.split(" ")).stream().map(Party::new).toList();
    record Ranked(int rank, Relationship pair) {}
    List<Ranked> all = new ArrayList<>();
    for (int i = 0; i < actors.size(); i++) {
      for (int j = i + 1; j < actors.size(); j++) {
        all.add(new Ranked((i + 1) * (j + 1), Relationship.of(actors.get(i), actors.get(j))));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::pair))
        .limit(PAIRS)
        .map(Ranked::pair)
        .toList();
  }

  /**
   * How busy a pair is. In icews18 the first has 465 updates, the 10th 236, the 100th 39 and the
   * 1,000th 4: 4,185 / (rank + 8) gives 465, 233, 39 and 4.
   *
   * @param rank from 1 on
   */
  static double share(int rank) {
    return 1.0 / (rank + 8);
  }
}
