package dev.tidings.relationship.change;

import dev.tidings.relationship.words.Phrases;
import dev.tidings.relationship.words.WithdrawnText;
import dev.tidings.summary.Claim;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.Limits;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of the claims from one summary to a later one, in words. */
final class ClaimChanges {

  private static final int MOST_NAMED = 4;

  private final Summary before;
  private final Summary after;
  private final Map<String, Claim> earlier;

  ClaimChanges(Summary before, Summary after) {
    this.before = before;
    this.after = after;
    this.earlier =
        before.claims().stream().collect(Collectors.toMap(Claim::uri, Function.identity()));
  }

  /** The latest first. */
  List<Sentence> text() {
    List<Sentence> all =
        after.claims().stream()
            .filter(claim -> !WithdrawnText.isHidden(claim.headline()))
            .map(claim -> sentence(earlier.get(claim.uri()), claim))
            .flatMap(Optional::stream)
            .toList();
    List<Sentence> text = new ArrayList<>(all.stream().limit(MOST_NAMED).toList());
    if (all.size() > MOST_NAMED) {
      List<Sentence> more = all.subList(MOST_NAMED, all.size());
      text.add(
          new Sentence(
              String.format(
                  Locale.ROOT,
                  "New or answered: %d more %s.",
                  more.size(),
                  more.size() == 1 ? "claim" : "claims"),
              more.stream().map(sentence -> sentence.updates().get(0)).toList()));
    }
    return text;
  }

  private Optional<Sentence> sentence(@Nullable Claim was, Claim is) {
    if (was == null) {
      return isNew(is) ? Optional.of(said("New claim", is, Phrases.outcome(is))) : Optional.empty();
    }
    return was.status() == is.status()
        ? Optional.empty()
        : Optional.of(said("Claimed", is, formerly(was.status()) + ", now " + now(is)));
  }

  /** One that comes back into a full list is not new. */
  private boolean isNew(Claim claim) {
    return before.claims().size() < Limits.MOST_CLAIMS
        || claim.occurred().earliest().isAfter(before.asOf());
  }

  private static Sentence said(String opening, Claim claim, String outcome) {
    return new Sentence(
        String.format(
            Locale.ROOT,
            "%s%s: “%s”; %s.",
            opening,
            Phrases.claimant(claim),
            Phrases.unstopped(claim.headline()),
            outcome),
        Phrases.restsOn(claim));
  }

  private static String formerly(ClaimStatus status) {
    return switch (status) {
      case CLAIMED -> "nobody had confirmed it";
      case CONFIRMED -> "it was confirmed";
      case DENIED -> "it was denied";
      case DISPUTED -> "some confirmed and some denied it";
      case RETRACTED -> "it was taken back";
    };
  }

  private static String now(Claim claim) {
    return switch (claim.status()) {
      case CLAIMED -> "nobody confirms it";
      case CONFIRMED, DENIED, RETRACTED -> "it is " + Phrases.outcome(claim);
      case DISPUTED -> Phrases.outcome(claim);
    };
  }
}
