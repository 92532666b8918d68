package dev.tidings.relationship;

import dev.tidings.party.Party;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Claim.Answer;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.update.Attribution;
import dev.tidings.update.Position;
import dev.tidings.update.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has become of each claim. Disagreement is never overwritten. */
final class Claims {

  private Claims() {}

  /** The claims made by this day, the latest first, with the answers given by then. */
  static List<Claim> upTo(LocalDate asOf, Timeline claims, Map<String, Timeline> responses) {
    List<Claim> all = new ArrayList<>();
    for (Current claim : claims.lastUpTo(asOf, Integer.MAX_VALUE)) {
      Timeline to = responses.getOrDefault(claim.uri(), Timeline.EMPTY);
      all.add(claim(claim, to.allUpTo(asOf)));
    }
    return all;
  }

  private static Claim claim(Current claim, List<Current> responses) {
    Attribution claimant = claim.isClaimed() ? claim.update().attributedTo() : claim.claimedBy();
    List<Answer> answers = new ArrayList<>();
    if (!claim.isClaimed()) {
      answers.add(new Answer(null, Position.CONFIRMS, claim.uri(), claim.update().occurred()));
    }
    for (Current response : responses) {
      if (!response.uri().equals(claim.uri())) {
        answers.add(answer(response));
      }
    }
    return new Claim(
        claim.uri(),
        claim.update().version(),
        status(claimant, answers),
        claim.update().kind(),
        claim.update().mode(),
        claim.update().actor(),
        claim.update().counterpart(),
        claim.update().standing(),
        claim.update().headline(),
        claim.update().occurred(),
        claimant,
        claim.corroboration(),
        answers);
  }

  private static Answer answer(Current response) {
    Response responds = Objects.requireNonNull(response.update().responds());
    return new Answer(
        response.update().actor(),
        responds.position(),
        response.uri(),
        response.update().occurred());
  }

  private static ClaimStatus status(@Nullable Attribution claimant, List<Answer> answers) {
    Party claiming = claimant == null ? null : claimant.party();
    boolean confirmed = false;
    boolean denied = false;
    for (Answer answer : answers) {
      boolean byClaimant = claiming != null && claiming.equals(answer.by());
      switch (answer.position()) {
        case RETRACTS -> {
          if (byClaimant || claiming == null) {
            return ClaimStatus.RETRACTED;
          }
        }
        // Whoever repeats his own claim confirms nothing.
        case CONFIRMS -> confirmed |= !byClaimant;
        case DENIES -> denied = true;
      }
    }
    if (confirmed) {
      return denied ? ClaimStatus.DISPUTED : ClaimStatus.CONFIRMED;
    }
    return denied ? ClaimStatus.DENIED : ClaimStatus.CLAIMED;
  }
}
