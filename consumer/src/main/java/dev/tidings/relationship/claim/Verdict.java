package dev.tidings.relationship.claim;

import dev.tidings.party.Party;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Period;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.update.Attribution;
import dev.tidings.update.Position;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one claim: from which day on it is confirmed, denied and retracted, {@link
 * Period#NO_END} for never. Disagreement is never overwritten.
 */
record Verdict(Current claim, LocalDate confirmed, LocalDate denied, LocalDate retracted) {

  static Verdict of(Current claim, Positions taken) {
    Attribution attribution = claimant(claim);
    Party claiming = attribution == null ? null : attribution.party();
    // Whoever repeats his own claim confirms nothing, and only who made it takes it back.
    return new Verdict(
        claim,
        claim.isClaimed()
            ? taken.first(Position.CONFIRMS, party -> !party.equals(claiming))
            : claim.earliest(),
        taken.first(Position.DENIES, party -> true),
        taken.first(Position.RETRACTS, party -> claiming == null || party.equals(claiming)));
  }

  /** Who makes it, or made it before the desk confirmed it. */
  static @Nullable Attribution claimant(Current claim) {
    return claim.isClaimed() ? claim.update().attributedTo() : claim.claimedBy();
  }

  ClaimStatus statusOn(LocalDate day) {
    if (!retracted.isAfter(day)) {
      return ClaimStatus.RETRACTED;
    }
    boolean isDenied = !denied.isAfter(day);
    if (!confirmed.isAfter(day)) {
      return isDenied ? ClaimStatus.DISPUTED : ClaimStatus.CONFIRMED;
    }
    return isDenied ? ClaimStatus.DENIED : ClaimStatus.CLAIMED;
  }

  boolean isConfirmedInTheEnd() {
    return !confirmed.equals(Period.NO_END) && contradicted().equals(Period.NO_END);
  }

  /** The days on which its being confirmed or not differs from what it is in the end. */
  Optional<PendingClaim> pending() {
    LocalDate from = confirmed.isAfter(claim.earliest()) ? confirmed : claim.earliest();
    PendingClaim pending =
        isConfirmedInTheEnd()
            ? new PendingClaim(claim, claim.earliest(), from, true)
            : new PendingClaim(claim, from, contradicted(), false);
    return Optional.of(pending).filter(period -> period.from().isBefore(period.to()));
  }

  private LocalDate contradicted() {
    return denied.isBefore(retracted) ? denied : retracted;
  }
}
