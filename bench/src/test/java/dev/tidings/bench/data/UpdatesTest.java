package dev.tidings.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.update.Kind;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.UpdateJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UpdatesTest {

  private static final int MANY = 20_000;

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(all(Updates.of(2_000, 7))).isEqualTo(all(Updates.of(2_000, 7)));
  }

  @Test
  void areOthersForAnotherSeed() {
    assertThat(all(Updates.of(20, 7))).doesNotContainAnyElementsOf(all(Updates.of(20, 8)));
  }

  @Test
  void areAsLongAsThoseOfIcews18() {
    double bytes =
        all(Updates.of(MANY, 7)).stream()
            .mapToInt(update -> UpdateJson.write(update).length)
            .average()
            .orElseThrow();

    assertThat(bytes).isBetween(390.0, 410.0);
  }

  @Test
  void areSpreadOverPairsAsThoseOfIcews18() {
    Map<Relationship, Long> pairs =
        all(Updates.of(MANY, 7)).stream()
            .collect(
                Collectors.groupingBy(RelationshipUpdate::relationship, Collectors.counting()));
    List<Long> busiest = pairs.values().stream().sorted((a, b) -> Long.compare(b, a)).toList();

    assertThat(busiest.get(0)).isBetween(250L, 450L);
    assertThat(busiest.get(99)).isBetween(25L, 50L);
    assertThat(busiest.get(999)).isBetween(3L, 8L);
    assertThat(pairs).hasSizeBetween(2_800, 4_800);
  }

  @Test
  void areOfTheKindsOfIcews18() {
    Map<Kind, Long> kinds =
        all(Updates.of(MANY, 7)).stream()
            .collect(Collectors.groupingBy(RelationshipUpdate::kind, Collectors.counting()));

    assertThat(kinds.getOrDefault(Kind.STATEMENT, 0L) / (double) MANY).isBetween(0.40, 0.45);
    assertThat(kinds.getOrDefault(Kind.VISIT, 0L) / (double) MANY).isBetween(0.19, 0.24);
    assertThat(kinds.getOrDefault(Kind.SANCTION, 0L) / (double) MANY).isBetween(0.003, 0.012);
  }

  @Test
  void comeInTheOrderOfTheirDays() {
    List<RelationshipUpdate> all = all(Updates.of(MANY, 7));

    assertThat(all).isSortedAccordingTo((a, b) -> a.versionCreated().compareTo(b.versionCreated()));
    assertThat(all.get(MANY - 1).versionCreated()).hasToString("2026-10-31T23:59:59Z");
  }

  @Test
  void ofOnePairSpanTheSameYearsHoweverMany() {
    Relationship pair = Relationship.parse("IRN-PAK");

    assertThat(firstDay(Updates.between(pair, 6_000, 7))).startsWith("2018-");
    assertThat(firstDay(Updates.between(pair, 30_000, 7))).startsWith("2018-");
  }

  private static String firstDay(Updates updates) {
    return updates.next().occurred().toString();
  }

  private static List<RelationshipUpdate> all(Iterator<RelationshipUpdate> updates) {
    List<RelationshipUpdate> all = new ArrayList<>();
    updates.forEachRemaining(all::add);
    return all;
  }
}
