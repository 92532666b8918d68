package dev.tidings.relationship.news;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.About;
import dev.tidings.notification.Notification.Change;
import dev.tidings.notification.Reason;
import dev.tidings.relationship.change.ChangedPaths;
import dev.tidings.relationship.change.ComparedParts;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.time.Lapse;
import dev.tidings.relationship.view.View;
import dev.tidings.relationship.words.Phrases;
import dev.tidings.summary.Claim;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.StandingThread;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What readers are told of a change: a pure function of it and of how things stood before and
 * after. The worker calls it for each record that it folds as news.
 */
public final class Announcements {

  /** An update of something longer past than this, when it is published, wakes nobody. */
  private static final int BACKGROUND_DAYS = 30;

  private static final int BACKGROUND_URGENCY = 9;

  private final @Nullable View before;
  private final View after;
  private final List<Change> changes;
  private final LocalDate published;
  private final List<Notification> told = new ArrayList<>();

  private Announcements(
      @Nullable View before, View after, List<Change> changes, Instant publishedAt) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.published = LocalDate.ofInstant(publishedAt, ZoneOffset.UTC);
  }

  /**
   * The notifications of one record, in the order in which they are told.
   *
   * @param transitions what the record changed
   * @param lapses the threads whose time it shows to have passed
   * @param before how things stood before it; absent, nothing was known
   * @param after how they stand after it
   * @param publishedAt when the record came onto its topic
   */
  public static List<Notification> of(
      List<Transition> transitions,
      List<Lapse> lapses,
      @Nullable View before,
      View after,
      Instant publishedAt) {
    // Whatever else a record that withdraws something changes, what it withdraws is not repeated.
    boolean withdraws =
        transitions.stream().anyMatch(t -> t.after() instanceof Resolution.Withdrawn);
    List<Change> changes =
        withdraws
            ? ChangedPaths.withoutFormerText(parts(before), after.parts())
            : ChangedPaths.between(parts(before), after.parts());
    Announcements announcements = new Announcements(before, after, changes, publishedAt);
    transitions.forEach(announcements::tell);
    if (!transitions.isEmpty()) {
      RelationshipUpdate cause = transitions.get(0).cause();
      if (!after.parts().claims().isEmpty()) {
        announcements.tellOfClaims(cause, touched(transitions));
      }
      lapses.forEach(lapse -> announcements.tellOfLapse(lapse, cause));
    }
    return announcements.told;
  }

  private static @Nullable ComparedParts parts(@Nullable View view) {
    return view == null ? null : view.parts();
  }

  private void tell(Transition transition) {
    Reasons.of(transition).ifPresent(reason -> tell(transition, reason));
  }

  private void tell(Transition transition, Reason reason) {
    RelationshipUpdate update = about(transition);
    int urgency = isUncorroborated(transition) ? BACKGROUND_URGENCY : urgency(update);
    if (reason == Reason.CORROBORATED && urgency == BACKGROUND_URGENCY) {
      return;
    }
    told.add(
        new Notification(
            NotificationId.of(after.relationship(), transition, update, reason),
            after.relationship(),
            reason,
            urgency,
            NotificationHeadline.of(after.relationship(), reason, update),
            update.occurred(),
            transition.cause().versionCreated(),
            About.of(update),
            changes,
            after.revision()));
  }

  /** The edition that a reader is told of; an embargo's end is seen in the record of another. */
  private static RelationshipUpdate about(Transition transition) {
    if (transition.after() instanceof Current counts) {
      return transition.isOf(counts) ? transition.cause() : counts.update();
    }
    return transition.after() instanceof Resolution.Withdrawn withdrawn
        ? withdrawn.notice()
        : transition.cause();
  }

  /** Whether readers hear of a report, or of the end of one, that is too weak to wake anybody. */
  private static boolean isUncorroborated(Transition transition) {
    Resolution about =
        transition.after() instanceof Resolution.Withdrawn
            ? transition.before()
            : transition.after();
    return about instanceof Current counts && counts.isUncorroborated();
  }

  /**
   * The updates that the record is about or answers. A summary lists the latest claims alone, and
   * one may come back into the list without anything having become of it.
   */
  private static Set<String> touched(List<Transition> transitions) {
    Set<String> touched = new HashSet<>();
    for (Transition transition : transitions) {
      touch(transition.before(), touched);
      touch(transition.after(), touched);
    }
    return touched;
  }

  private static void touch(Resolution resolution, Set<String> touched) {
    if (resolution instanceof Current current) {
      touched.add(current.uri());
      Response response = current.responds();
      if (response != null) {
        touched.add(response.uri());
      }
    }
  }

  private void tellOfClaims(RelationshipUpdate cause, Set<String> touched) {
    Map<String, Claim> earlier =
        before == null
            ? Map.of()
            : before.parts().claims().stream()
                .collect(Collectors.toMap(Claim::uri, Function.identity()));
    for (Claim claim : after.parts().claims()) {
      Claim was = earlier.get(claim.uri());
      if (touched.contains(claim.uri()) && (was == null || was.status() != claim.status())) {
        outcome(claim.status()).ifPresent(reason -> tellOfClaim(claim, reason, cause));
      }
    }
  }

  private void tellOfClaim(Claim claim, Reason reason, RelationshipUpdate cause) {
    told.add(
        new Notification(
            NotificationId.of(
                after.relationship(), claim.uri(), claim.version(), reason, cause.id().toString()),
            after.relationship(),
            reason,
            urgency(cause),
            NotificationHeadline.of(reason, claim.headline()),
            claim.occurred(),
            cause.versionCreated(),
            new About(
                claim.uri(),
                claim.version(),
                claim.kind(),
                claim.mode(),
                claim.actor(),
                claim.counterpart(),
                claim.actorSector(),
                claim.counterpartSector(),
                claim.standing(),
                List.of()),
            changes,
            after.revision()));
  }

  /** That it lapses is less than what the update told: the urgency is that of its mode. */
  private void tellOfLapse(Lapse lapse, RelationshipUpdate cause) {
    StandingThread thread = lapse.thread();
    RelationshipUpdate update = lapse.lastMovedBy();
    EdtfDate until = lapse.until();
    String terms = thread.terms() == null ? "" : ": " + thread.terms();
    told.add(
        new Notification(
            NotificationId.of(
                after.relationship(),
                update.uri(),
                update.version(),
                Reason.LAPSE,
                thread.thread() + "\n" + until),
            after.relationship(),
            Reason.LAPSE,
            isLongPast(until.latest()) ? BACKGROUND_URGENCY : update.mode().urgency(),
            NotificationHeadline.of(Reason.LAPSE, Phrases.name(thread) + terms),
            until,
            cause.versionCreated(),
            About.of(update),
            changes,
            after.revision()));
  }

  private static Optional<Reason> outcome(ClaimStatus status) {
    return switch (status) {
      case CLAIMED -> Optional.empty();
      case CONFIRMED -> Optional.of(Reason.CLAIM_CONFIRMED);
      case DENIED -> Optional.of(Reason.CLAIM_DENIED);
      case DISPUTED -> Optional.of(Reason.CLAIM_DISPUTED);
      case RETRACTED -> Optional.of(Reason.CLAIM_RETRACTED);
    };
  }

  private int urgency(RelationshipUpdate update) {
    return isLongPast(update.occurred().latestStart())
        ? BACKGROUND_URGENCY
        : update.urgencyOrDefault();
  }

  private boolean isLongPast(LocalDate day) {
    return day.isBefore(published.minusDays(BACKGROUND_DAYS));
  }
}
