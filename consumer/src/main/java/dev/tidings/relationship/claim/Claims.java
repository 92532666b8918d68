package dev.tidings.relationship.claim;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Periods;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.timeline.Timeline;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Claim.Answer;
import dev.tidings.update.Position;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The claims of a relationship, what was answered to each, and what became of each. Immutable.
 *
 * <p>The summary asks for the last ones; the threads and the climate ask which are confirmed.
 */
public final class Claims {

  private final Relationship relationship;
  private final StepCount steps;

  /** What is a claim, or was one before the desk confirmed it. */
  private final Timeline listed;

  /** Those that the desk has not confirmed, by their uris. */
  private final PMap<String, Current> open;

  /** By the uri of the claim, which may be still to come. */
  private final PMap<String, Answers> answers;

  private final Periods<PendingClaim> pending;

  private Claims(
      Relationship relationship,
      StepCount steps,
      Timeline listed,
      PMap<String, Current> open,
      PMap<String, Answers> answers,
      Periods<PendingClaim> pending) {
    this.relationship = relationship;
    this.steps = steps;
    this.listed = listed;
    this.open = open;
    this.answers = answers;
    this.pending = pending;
  }

  public static Claims empty(Relationship relationship, StepCount steps) {
    Comparator<PendingClaim> order =
        Comparator.comparing(PendingClaim::from)
            .thenComparing(PendingClaim::claim, Current.TIMELINE);
    return new Claims(
        relationship,
        steps,
        Timeline.empty(steps),
        TreePMap.empty(),
        TreePMap.empty(),
        Periods.none(order, period -> period.claim().uri(), steps));
  }

  /** The claim of which this update may change what becomes of it: itself, or what it answers. */
  public static @Nullable String decidedBy(Current current) {
    return current.isClaimed() ? current.uri() : answered(current);
  }

  /** An answer that is itself only claimed counts for nothing, nor does one to itself. */
  private static @Nullable String answered(Current current) {
    Response response = current.responds();
    return response == null || current.isClaimed() || response.uri().equals(current.uri())
        ? null
        : response.uri();
  }

  public Claims plus(Current current) {
    String decided = decidedBy(current);
    return decided == null && !current.isOrWasClaimed()
        ? this
        : unsettled(decided).with(current).settled(decided);
  }

  public Claims minus(Current current) {
    String decided = decidedBy(current);
    return decided == null && !current.isOrWasClaimed()
        ? this
        : unsettled(decided).without(current).settled(decided);
  }

  /** The claim that is confirmed in the end, and not by the desk, if this one is. */
  public Optional<Current> confirmed(String uri) {
    return verdict(uri).filter(Verdict::isConfirmedInTheEnd).map(Verdict::claim);
  }

  /** The claims of which was still to come, on a day, what became of them. */
  public List<PendingClaim> pendingOn(LocalDate day) {
    return pending.on(day, claim -> true, Integer.MAX_VALUE);
  }

  /** The last claims made by a day, the latest first, each with its last answers by then. */
  public List<Claim> lastUpTo(LocalDate asOf, int most, int mostAnswers) {
    return listed.lastUpTo(asOf, most).stream()
        .map(claim -> claim(claim, asOf, mostAnswers))
        .toList();
  }

  private Claim claim(Current claim, LocalDate asOf, int mostAnswers) {
    RelationshipUpdate update = claim.update();
    List<Answer> given = new ArrayList<>();
    if (!claim.isClaimed()) {
      given.add(new Answer(null, Position.CONFIRMS, claim.uri(), claim.occurred()));
    }
    answersTo(claim.uri()).lastUpTo(asOf, mostAnswers).forEach(answer -> given.add(said(answer)));
    return new Claim(
        update.uri(),
        claim.version(),
        verdict(claim).statusOn(asOf),
        update.kind(),
        update.mode(),
        update.actor(),
        update.counterpart(),
        update.actorSector(),
        update.counterpartSector(),
        claim.standing(),
        update.headline(),
        claim.occurred(),
        Verdict.claimant(claim),
        claim.corroboration(),
        given.subList(Math.max(0, given.size() - mostAnswers), given.size()));
  }

  private static Answer said(Current answer) {
    RelationshipUpdate update = answer.update();
    Response response = Objects.requireNonNull(update.responds());
    return new Answer(update.actor(), response.position(), update.uri(), update.occurred());
  }

  private Answers answersTo(String uri) {
    Answers there = answers.get(uri);
    return there == null ? Answers.none(relationship, steps) : there;
  }

  private Verdict verdict(Current claim) {
    return Verdict.of(claim, answersTo(claim.uri()).positions());
  }

  private Optional<Verdict> verdict(@Nullable String uri) {
    return uri == null ? Optional.empty() : Optional.ofNullable(open.get(uri)).map(this::verdict);
  }

  private Claims with(Current current) {
    String to = answered(current);
    return new Claims(
        relationship,
        steps,
        current.isOrWasClaimed() ? listed.plus(current) : listed,
        current.isClaimed() ? open.plus(current.uri(), current) : open,
        to == null ? answers : answers.plus(to, answersTo(to).plus(current)),
        pending);
  }

  private Claims without(Current current) {
    String to = answered(current);
    return new Claims(
        relationship,
        steps,
        current.isOrWasClaimed() ? listed.minus(current) : listed,
        current.isClaimed() ? open.minus(current.uri()) : open,
        to == null ? answers : left(to, answersTo(to).minus(current)),
        pending);
  }

  private PMap<String, Answers> left(String uri, Answers left) {
    return left.isEmpty() ? answers.minus(uri) : answers.plus(uri, left);
  }

  private Claims settled(@Nullable String uri) {
    return verdict(uri)
        .flatMap(Verdict::pending)
        .map(period -> with(pending.plus(period)))
        .orElse(this);
  }

  private Claims unsettled(@Nullable String uri) {
    return verdict(uri)
        .flatMap(Verdict::pending)
        .map(period -> with(pending.minus(period)))
        .orElse(this);
  }

  private Claims with(Periods<PendingClaim> nowPending) {
    return new Claims(relationship, steps, listed, open, answers, nowPending);
  }
}
