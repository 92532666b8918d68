package dev.tidings.relationship.words;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.climate.Weights;
import dev.tidings.relationship.thread.Threads;
import dev.tidings.summary.Claim;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.ThreadState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The paragraph of a summary: how a relationship stands, in words that an editor could publish.
 *
 * <p>English; each sentence names the updates that it rests on.
 */
public final class SummaryText {

  /** How many of each a sentence names, and how old an end may be to be worth a sentence. */
  private static final int MOST_NAMED = 4;

  private static final int RECENT_END_MONTHS = 24;

  private final LocalDate asOf;
  private final List<StandingThread> inForce;
  private final boolean moreInForce;
  private final List<StandingThread> ended;
  private final List<Claim> claims;
  private final List<CountedUpdate> recent;
  private final ClimateText ofClimate;

  /**
   * Of a relationship on a day.
   *
   * @param weights what weighs in the climate, or once did
   */
  public SummaryText(
      Relationship relationship,
      LocalDate asOf,
      Threads.Standing standing,
      List<Claim> claims,
      List<CountedUpdate> recent,
      Climate climate,
      Weights weights) {
    this.asOf = asOf;
    this.inForce = standing.inForce();
    this.moreInForce = standing.more();
    this.ended = standing.ended();
    this.claims = claims;
    this.recent = recent;
    this.ofClimate = new ClimateText(relationship, asOf, climate, weights);
  }

  /** Its sentences; none, where nothing is known. */
  public List<Sentence> text() {
    List<Sentence> text = new ArrayList<>();
    if (!recent.isEmpty()) {
      severed().ifPresent(text::add);
      Optional.ofNullable(threadSentence("In force", ThreadState.IN_FORCE)).ifPresent(text::add);
      Optional.ofNullable(threadSentence("Suspended", ThreadState.SUSPENDED)).ifPresent(text::add);
      text.addAll(ofClimate.sentences());
      lastEnd().map(this::endSentence).ifPresent(text::add);
      claims.stream()
          .filter(claim -> isOpen(claim.status()))
          .limit(MOST_NAMED / 2)
          .map(SummaryText::claimSentence)
          .forEach(text::add);
      text.add(latestSentence(latest()));
    }
    return text;
  }

  private boolean isLongAgo(LocalDate day) {
    return !day.isAfter(asOf.minusMonths(RECENT_END_MONTHS));
  }

  private Optional<Sentence> severed() {
    return ended.stream()
        .filter(Headline::isSevered)
        .findFirst()
        .map(
            ties ->
                new Sentence(
                    String.format(
                        Locale.ROOT,
                        "Diplomatic ties have been severed since %s%s.",
                        ties.changed().inWords(),
                        terms(ties)),
                    ties.updates()));
  }

  private @Nullable Sentence threadSentence(String opening, ThreadState state) {
    List<StandingThread> all = inForce.stream().filter(t -> t.state() == state).toList();
    if (all.isEmpty()) {
      return null;
    }
    List<StandingThread> named = all.stream().limit(MOST_NAMED).toList();
    Function<StandingThread, String> words =
        state == ThreadState.SUSPENDED ? this::suspended : this::holding;
    return new Sentence(
        opening
            + ": "
            + named.stream().map(words).collect(Collectors.joining("; "))
            + more(all.size())
            + ".",
        named.stream().flatMap(thread -> thread.updates().stream()).distinct().toList());
  }

  /** Of a list that was cut, how many more there are at least. */
  private String more(int threads) {
    int more = threads - MOST_NAMED;
    return more > 0 ? ", and " + (moreInForce ? "at least " : "") + more + " more" : "";
  }

  private String holding(StandingThread thread) {
    String until = thread.until() == null ? "" : " until " + thread.until().endInWords();
    return Phrases.name(thread) + " since " + thread.since().inWords() + until + terms(thread);
  }

  private String suspended(StandingThread thread) {
    return Phrases.name(thread) + " since " + thread.changed().inWords() + terms(thread);
  }

  /** The last that ended of late; where nothing counts any more, however long ago. */
  private Optional<StandingThread> lastEnd() {
    return ended.stream()
        .filter(thread -> !Headline.isSevered(thread))
        .filter(
            thread -> ofClimate.climate().updates() == 0 || !isLongAgo(thread.changed().earliest()))
        .findFirst();
  }

  private Sentence endSentence(StandingThread thread) {
    return new Sentence(
        String.format(
            Locale.ROOT,
            "%s, %s: %s%s.",
            thread.state() == ThreadState.LAPSED ? "Lapsed" : "Ended",
            thread.changed().inWords(),
            Phrases.name(thread),
            terms(thread)),
        thread.updates());
  }

  private static Sentence claimSentence(Claim claim) {
    return new Sentence(
        String.format(
            Locale.ROOT,
            "Claimed%s: “%s”; %s.",
            Phrases.claimant(claim),
            claim.headline(),
            Phrases.outcome(claim)),
        Phrases.restsOn(claim));
  }

  /** Of what happened last, what two states did, and of that what matters most. */
  private CountedUpdate latest() {
    return recent.stream()
        .filter(update -> update.occurred().equals(recent.get(0).occurred()))
        .min(
            Comparator.comparing((CountedUpdate update) -> !update.isBetweenStates())
                .thenComparing(update -> update.mode().urgency()))
        .orElseThrow();
  }

  private static Sentence latestSentence(CountedUpdate latest) {
    String sure =
        switch (latest.standing()) {
          case CONFIRMED -> "Latest";
          case REPORTED -> "Latest report";
          case CLAIMED -> "Latest claim";
        };
    return new Sentence(
        String.format(
            Locale.ROOT,
            "%s, %s: %s.",
            sure,
            latest.occurred().inWords(),
            Phrases.unstopped(latest.headline())),
        List.of(latest.uri()));
  }

  private static boolean isOpen(ClaimStatus status) {
    return switch (status) {
      case CLAIMED, DENIED, DISPUTED -> true;
      case CONFIRMED, RETRACTED -> false;
    };
  }

  private static String terms(StandingThread thread) {
    return thread.terms() == null ? "" : " (" + Phrases.unstopped(thread.terms()) + ")";
  }
}
