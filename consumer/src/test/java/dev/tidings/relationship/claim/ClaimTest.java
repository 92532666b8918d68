package dev.tidings.relationship.claim;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.json;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.party.Party;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Claim.Answer;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.Summary;
import dev.tidings.update.Attribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An update is claimed by somebody, and others answer: Iran claims, Pakistan is claimed about. */
class ClaimTest {

  @Test
  void isClaimedUntilItIsAnswered() {
    Claim claim = claimOf(asOf("2024-02-01", pledge()));

    assertThat(claim.status()).isEqualTo(ClaimStatus.CLAIMED);
    assertThat(claim.attributedTo()).isEqualTo(new Attribution(new Party("IRN"), null, null));
    assertThat(claim.responses()).isEmpty();
    assertThat(claim.standing()).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void weighsNothingAndMovesNothing() {
    Summary summary = asOf("2024-02-01", pledge());

    assertThat(summary.climate().updates()).isZero();
    assertThat(summary.climate().isQuiet()).isTrue();
    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.counts()).containsEntry(Kind.COOPERATION, 1);
  }

  @Test
  void movesNotEvenTheThreadOfItsMode() {
    Summary summary = asOf("2024-02-01", update("c").mode(Mode.RECOGNITION).claimedBy("IRN"));

    assertThat(summary.inForce()).isEmpty();
  }

  @Test
  void isConfirmedByAPartyThatItIsAbout() {
    Claim claim = claimOf(asOf("2024-02-01", pledge(), byPakistan(Position.CONFIRMS)));

    assertThat(claim.status()).isEqualTo(ClaimStatus.CONFIRMED);
    assertThat(claim.responses())
        .containsExactly(
            new Answer(
                new Party("PAK"),
                Position.CONFIRMS,
                uri("pak-confirms"),
                EdtfDate.parse("2024-01-20")));
  }

  @Test
  void weighsAndMovesWhenItIsConfirmed() {
    Summary summary = asOf("2024-02-01", pledge(), byPakistan(Position.CONFIRMS));

    assertThat(summary.climate().updates()).isEqualTo(2);
    assertThat(summary.climate().score()).isPositive();
    assertThat(summary.inForce()).hasSize(1);
    assertThat(summary.inForce().get(0).updates()).containsExactly(uri("pledge"));
    assertThat(summary.inForce().get(0).standing()).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void movesTheThreadOfItsModeWhenItIsConfirmed() {
    Summary summary =
        asOf(
            "2024-02-01",
            update("c").mode(Mode.RECOGNITION).claimedBy("IRN"),
            answer("yes", "PAK", "c", Position.CONFIRMS));

    assertThat(summary.inForce()).hasSize(1);
    assertThat(summary.inForce().get(0).thread()).hasToString("ties");
  }

  @Test
  void isNotYetConfirmedOnTheDayBefore() {
    Summary summary = asOf("2024-01-19", pledge(), byPakistan(Position.CONFIRMS));

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.CLAIMED);
    assertThat(summary.climate().updates()).isZero();
    assertThat(summary.inForce()).isEmpty();
  }

  @Test
  void isDenied() {
    Summary summary = asOf("2024-02-01", pledge(), byPakistan(Position.DENIES));

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.DENIED);
    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.climate().updates()).isEqualTo(1);
  }

  @Test
  void thatOneConfirmsAndAnotherDeniesIsDisputed() {
    UpdateFixture foreign = pledge().claimedBy("USA");
    Summary summary =
        asOf("2024-02-01", foreign, byIran(Position.CONFIRMS), byPakistan(Position.DENIES));

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.DISPUTED);
    assertThat(claimOf(summary).responses()).hasSize(2);
    assertThat(summary.inForce()).isEmpty();
  }

  @Test
  void staysDisputedWhenTheDenierConfirmsLater() {
    Claim claim =
        claimOf(
            asOf(
                "2024-02-01",
                pledge(),
                byPakistan(Position.DENIES),
                answer("later", "PAK", "pledge", Position.CONFIRMS).occurred("2024-01-25")));

    assertThat(claim.status()).isEqualTo(ClaimStatus.DISPUTED);
  }

  @Test
  void isNotConfirmedByItsClaimant() {
    Summary summary = asOf("2024-02-01", pledge(), byIran(Position.CONFIRMS));

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.CLAIMED);
    assertThat(claimOf(summary).responses()).hasSize(1);
    assertThat(summary.inForce()).isEmpty();
  }

  @Test
  void repeatedByItsClaimantAndDeniedIsDenied() {
    Claim claim =
        claimOf(
            asOf("2024-02-01", pledge(), byIran(Position.CONFIRMS), byPakistan(Position.DENIES)));

    assertThat(claim.status()).isEqualTo(ClaimStatus.DENIED);
  }

  @Test
  void isRetractedByItsClaimantWhateverOthersSaid() {
    Summary summary =
        asOf("2024-02-01", pledge(), byPakistan(Position.CONFIRMS), byIran(Position.RETRACTS));

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.RETRACTED);
    assertThat(summary.inForce()).isEmpty();
  }

  @Test
  void isNotRetractedByAnother() {
    Claim claim = claimOf(asOf("2024-02-01", pledge(), byPakistan(Position.RETRACTS)));

    assertThat(claim.status()).isEqualTo(ClaimStatus.CLAIMED);
  }

  @Test
  void ofNoPartyIsRetractedByAnyone() {
    RelationshipUpdate anonymous =
        pledge().get().toBuilder().attributedTo(new Attribution(null, "Rezaei", null)).build();

    Summary summary = summaryOf(anonymous, byPakistan(Position.RETRACTS).get());

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.RETRACTED);
  }

  @Test
  void ofNoPartyIsConfirmedByEither() {
    RelationshipUpdate anonymous =
        pledge().get().toBuilder().attributedTo(new Attribution(null, null, "a general")).build();

    Summary summary = summaryOf(anonymous, byIran(Position.CONFIRMS).get());

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.CONFIRMED);
  }

  @Test
  void mayBeAnsweredBeforeItArrives() {
    RelationshipState inOrder = state(pledge(), byPakistan(Position.DENIES));

    RelationshipState answeredFirst = state(byPakistan(Position.DENIES), pledge());

    assertThat(json(answeredFirst.summary())).isEqualTo(json(inOrder.summary()));
    assertThat(claimOf(answeredFirst.summary()).status()).isEqualTo(ClaimStatus.DENIED);
  }

  @Test
  void isNotAnsweredByAnotherClaim() {
    Claim claim =
        claimOf(
            asOf("2024-02-01", byPakistan(Position.CONFIRMS).claimedBy("USA"), pledge()), "pledge");

    assertThat(claim.status()).isEqualTo(ClaimStatus.CLAIMED);
    assertThat(claim.responses()).isEmpty();
  }

  @Test
  void isAnsweredByAReport() {
    Claim claim = claimOf(asOf("2024-02-01", pledge(), byPakistan(Position.DENIES).reported()));

    assertThat(claim.status()).isEqualTo(ClaimStatus.DENIED);
  }

  @Test
  void isNotAnsweredByWhatWasKilled() {
    Claim claim =
        claimOf(
            asOf(
                "2024-02-01",
                pledge(),
                byPakistan(Position.DENIES),
                byPakistan(Position.DENIES).version(2).status(PubStatus.CANCELED)));

    assertThat(claim.status()).isEqualTo(ClaimStatus.CLAIMED);
    assertThat(claim.responses()).isEmpty();
  }

  @Test
  void isConfirmedByTheDeskInAHigherVersion() {
    Summary summary = asOf("2024-02-01", pledge(), confirmedByTheDesk());

    Claim claim = claimOf(summary);
    assertThat(claim.status()).isEqualTo(ClaimStatus.CONFIRMED);
    assertThat(claim.standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(claim.attributedTo()).isEqualTo(new Attribution(new Party("IRN"), null, null));
    assertThat(claim.responses())
        .containsExactly(
            new Answer(null, Position.CONFIRMS, uri("pledge"), EdtfDate.parse("2024-01-16")));
    assertThat(summary.inForce()).hasSize(1);
    assertThat(summary.climate().updates()).isEqualTo(1);
  }

  @Test
  void thatTheDeskConfirmsAndAPartyDeniesIsDisputed() {
    Summary summary =
        asOf("2024-02-01", pledge(), confirmedByTheDesk(), byPakistan(Position.DENIES));

    assertThat(claimOf(summary).status()).isEqualTo(ClaimStatus.DISPUTED);
    // The desk's word stands in the climate and in the ledger; the dispute is shown beside it.
    assertThat(summary.climate().updates()).isEqualTo(2);
    assertThat(summary.inForce()).hasSize(1);
  }

  @Test
  void thatIsCorrectedToAReportIsAClaimNoLonger() {
    Summary summary = asOf("2024-02-01", pledge(), pledgeAt(2).reported());

    assertThat(summary.claims()).isEmpty();
    assertThat(summary.climate().updates()).isEqualTo(1);
  }

  @Test
  void isListedTheLatestFirst() {
    Summary summary =
        asOf(
            "2024-02-01",
            update("old").claimedBy("IRN").occurred("1965"),
            update("new").claimedBy("IRN").occurred("2024-01"));

    assertThat(summary.claims()).extracting(Claim::uri).containsExactly(uri("new"), uri("old"));
  }

  private static Summary summaryOf(RelationshipUpdate... updates) {
    return state(List.of(updates))
        .summary(LocalDate.parse("2024-02-01"), Instant.parse("2024-02-01T00:00:00Z"));
  }

  private static Claim claimOf(Summary summary) {
    assertThat(summary.claims()).hasSize(1);
    return summary.claims().get(0);
  }

  private static Claim claimOf(Summary summary, String name) {
    return summary.claims().stream()
        .filter(claim -> claim.uri().equals(uri(name)))
        .findFirst()
        .orElseThrow();
  }

  private static UpdateFixture pledge() {
    return pledgeAt(1).claimedBy("IRN");
  }

  private static UpdateFixture confirmedByTheDesk() {
    return pledgeAt(2).issued("2024-01-18T00:00:00Z");
  }

  private static UpdateFixture pledgeAt(int version) {
    return update("pledge")
        .version(version)
        .mode(Mode.MILITARY, "PAK", "IRN")
        .thread("agreement/nuclear", Effect.BEGINS);
  }

  private static UpdateFixture byPakistan(Position position) {
    return answer("pak-" + position.word(), "PAK", "pledge", position);
  }

  private static UpdateFixture byIran(Position position) {
    return answer("irn-" + position.word(), "IRN", "pledge", position);
  }

  private static UpdateFixture answer(String name, String by, String claim, Position position) {
    return update(name)
        .mode(Mode.COMMENT, by, by.equals("PAK") ? "IRN" : "PAK")
        .occurred("2024-01-20")
        .responds(claim, position);
  }
}
