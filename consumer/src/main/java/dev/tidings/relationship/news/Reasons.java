package dev.tidings.relationship.news;

import dev.tidings.notification.Reason;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.edition.UpdateVersions.Added;
import dev.tidings.update.PubStatus;
import java.util.Optional;

/** Why readers are told of what became of an update, if they are. */
final class Reasons {

  private Reasons() {}

  static Optional<Reason> of(Transition transition) {
    if (transition.after() instanceof Current counts) {
      return ofWhatCounts(transition, counts);
    }
    if (transition.after() instanceof Resolution.Withdrawn withdrawn
        && isNews(transition.before(), withdrawn)) {
      return Optional.of(
          withdrawn.withdrawal().pubStatus() == PubStatus.CANCELED ? Reason.KILL : Reason.WITHHELD);
    }
    return Optional.empty();
  }

  /** The version that it amounts to; 0 when it amounts to nothing. */
  static int version(Resolution resolution) {
    if (resolution instanceof Current counts) {
      return counts.version();
    }
    return resolution instanceof Resolution.Withdrawn withdrawn
        ? withdrawn.withdrawal().version()
        : 0;
  }

  private static Optional<Reason> ofWhatCounts(Transition transition, Current counts) {
    int version = version(counts);
    boolean ofThisRecord =
        transition.cause().uri().equals(counts.uri()) && transition.cause().version() == version;
    if (transition.added() == Added.CONFLICT && ofThisRecord && counts.contested()) {
      return Optional.of(Reason.CONFLICT);
    }
    if (transition.before() instanceof Current counted) {
      if (version(counted) < version) {
        return Optional.of(Reason.CORRECTION);
      }
      if (clashes(counted, counts)) {
        return Optional.of(Reason.CONFLICT);
      }
      boolean corroborated = counted.isUncorroborated() && !counts.isUncorroborated();
      return corroborated ? Optional.of(Reason.CORROBORATED) : Optional.empty();
    }
    if (transition.before() instanceof Resolution.Withdrawn) {
      return Optional.of(Reason.RELEASE);
    }
    // Whoever publishes again what was there under an embargo says that it is over.
    boolean wasThere = !ofThisRecord || transition.added() == Added.CORROBORATION;
    return Optional.of(wasThere ? Reason.RELEASE : Reason.UPDATE);
  }

  /** A clash that an embargo's end shows, or of which a new publication turns the outcome. */
  private static boolean clashes(Current before, Current after) {
    return after.contested() && (!before.contested() || !before.saysTheSameAs(after));
  }

  /** A kill that overtook what it kills is no news when that comes: nobody was told of it. */
  private static boolean isNews(Resolution before, Resolution.Withdrawn after) {
    if (before instanceof Resolution.Withdrawn earlier) {
      return earlier.withdrawal().pubStatus() != after.withdrawal().pubStatus();
    }
    return before instanceof Current;
  }
}
