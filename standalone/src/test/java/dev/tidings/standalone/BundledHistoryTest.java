package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.ClimatePoint;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Kind;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import dev.tidings.wire.SummaryJson;
import dev.tidings.wire.UpdateJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The history that comes with the program, on the days that a newcomer will ask for. */
class BundledHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @Test
  void hasTiesAndTheShahsVisitAtTheEndOf1950() {
    Summary summary = iranAndPakistan(LocalDate.parse("1950-12-31"), NOW);

    assertThat(thread(summary, "ties").since()).hasToString("1947-08-22");
    assertThat(summary.latest().values())
        .filteredOn(update -> update.kind() == Kind.VISIT)
        .singleElement()
        .satisfies(visit -> assertThat(visit.occurred()).hasToString("1950-03"));
  }

  @Test
  void hasAConflictInForceAndAHostileClimateOnTheDayOfPakistansStrike() {
    Summary summary = iranAndPakistan(LocalDate.parse("2024-01-18"), NOW);

    assertThat(thread(summary, "conflict/2024-01").state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(summary.climate().temperature()).isEqualTo(Temperature.HOSTILE);
    assertThat(thread(summary, "ambassadors").state()).isEqualTo(ThreadState.SUSPENDED);
  }

  @Test
  void showsTheStrikesOfJanuary2024OnAChartOfEightyYears() {
    ClimateOverTheYears climate =
        fold("IRN-PAK", updates()).climate(LocalDate.parse("1947-08-22"), TODAY, 300, NOW);
    ClimatePoint step =
        climate.points().stream()
            .filter(point -> !point.day().isBefore(LocalDate.parse("2024-01-18")))
            .findFirst()
            .orElseThrow();

    assertThat(step.low()).isNotNull().extracting(Temperature::of).isEqualTo(Temperature.HOSTILE);
    assertThat(step.low()).isLessThan(step.score());
    assertThat(climate.points()).extracting(ClimatePoint::low).containsNull();
    assertThat(climate.inForce())
        .extracting(time -> time.thread() + " " + time.from() + " " + time.to())
        .contains("conflict/2024-01 2024-01-16 2024-01-18");
  }

  @Test
  void hasTheConflictEndedAtTheEndOfJanuary2024() {
    Summary summary = iranAndPakistan(LocalDate.parse("2024-01-31"), NOW);

    assertThat(summary.inForce()).noneMatch(t -> t.thread().family().equals("conflict"));
    assertThat(summary.ended())
        .anyMatch(t -> t.thread().id().equals("conflict/2024-01"))
        .anyMatch(t -> t.changed().toString().equals("2024-01-19"));
  }

  @Test
  void hasTheBorderOpenForPilgrimsTodayAndRezaeisClaimStillAClaim() {
    Summary summary = iranAndPakistan(TODAY, NOW);

    assertThat(thread(summary, "border/pilgrims").terms()).isEqualTo("open 24/7 for pilgrims");
    assertThat(summary.claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.status()).isEqualTo(ClaimStatus.CLAIMED);
              assertThat(claim.attributedTo())
                  .hasToString(
                      "Attribution[party=IRN, name=Mohsen Rezaei, role=general, on Iranian state"
                          + " television]");
            });
    assertThat(summary.climate().isQuiet()).isTrue();
    assertThat(summary.climate().quietSince()).isEqualTo("2025-05-01");
  }

  @Test
  void hasTheWrongTermsOfTheBorderBeforeTheyWereCorrected() {
    Summary before = iranAndPakistan(TODAY, Instant.parse("2025-06-21T08:59:59Z"));
    Summary after = iranAndPakistan(TODAY, Instant.parse("2025-06-21T09:00:00Z"));

    assertThat(thread(before, "border/pilgrims").terms()).isEqualTo("open 24/7 for all travellers");
    assertThat(thread(after, "border/pilgrims").terms()).isEqualTo("open 24/7 for pilgrims");
  }

  @Test
  void hasTheKilledReportBeforeTheKillAndAfterItOnlyInTheAccountOfWhatWasWithdrawn() {
    Summary before = iranAndPakistan(TODAY, Instant.parse("2025-06-22T08:59:59Z"));
    Summary after = iranAndPakistan(TODAY, Instant.parse("2025-06-22T09:00:00Z"));

    assertThat(SummaryJson.write(before)).asString().contains("agreement/seato");
    assertThat(before.withdrawn()).isEmpty();
    assertThat(after.withdrawn())
        .singleElement()
        .satisfies(w -> assertThat(w.uri()).endsWith("1954-seato-iran"));
    assertThat(SummaryJson.write(after))
        .asString()
        .containsOnlyOnce("1954-seato-iran")
        .doesNotContain("agreement/seato");
  }

  @Test
  void countsTheHeadlineThatIsInItFiveTimesOnce() {
    List<RelationshipUpdate> all =
        updates().stream()
            .filter(u -> u.headline().startsWith("Iran says no to nuclear talks"))
            .toList();
    Summary summary = fold("IRN-UNO", all).summary(TODAY, NOW);

    assertThat(all).hasSize(5);
    assertThat(summary.counts()).containsExactly(Map.entry(Kind.STATEMENT, 1));
  }

  @Test
  void foldsToTheSameBytesBackwards() {
    List<RelationshipUpdate> backwards = new ArrayList<>(updates());
    Collections.reverse(backwards);

    byte[] forwards = SummaryJson.write(fold("IRN-PAK", updates()).summary());

    assertThat(SummaryJson.write(fold("IRN-PAK", backwards).summary())).isEqualTo(forwards);
  }

  @Test
  void saysNothingOfTheInventedAuthor() {
    assertThat(text())
        .doesNotContainIgnoringCase("raina")
        .doesNotContainIgnoringCase("o'keefe")
        .doesNotContainIgnoringCase("aida");
  }

  private static StandingThread thread(Summary summary, String id) {
    Optional<StandingThread> thread =
        summary.inForce().stream().filter(t -> t.thread().id().equals(id)).findFirst();
    assertThat(thread).as(id).isPresent();
    return thread.orElseThrow();
  }

  private static Summary iranAndPakistan(LocalDate asOf, Instant knownAt) {
    return fold("IRN-PAK", updates()).summary(asOf, knownAt);
  }

  private static RelationshipState fold(String pair, List<RelationshipUpdate> updates) {
    RelationshipState state = new RelationshipState(Relationship.parse(pair));
    updates.stream()
        .filter(update -> update.relationship().equals(state.relationship()))
        .forEach(state::add);
    return state;
  }

  private static List<RelationshipUpdate> updates() {
    return text().lines().flatMap(line -> read(line).stream()).toList();
  }

  private static List<RelationshipUpdate> read(String line) {
    Reading<JsonNode> json = JsonText.parse(line.getBytes(StandardCharsets.UTF_8));
    assertThat(json).isInstanceOf(Reading.Good.class);
    Reading<List<RelationshipUpdate>> updates =
        UpdateJson.readSubmission(((Reading.Good<JsonNode>) json).value(), NOW);
    assertThat(updates).isInstanceOf(Reading.Good.class);
    return ((Reading.Good<List<RelationshipUpdate>>) updates).value();
  }

  private static String text() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                BundledHistory.input().opener().open(), StandardCharsets.UTF_8))) {
      return String.join("\n", reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
