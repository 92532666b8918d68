package dev.tidings.relationship;

import dev.tidings.notification.Notification.Change;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.change.ChangedPaths;
import dev.tidings.relationship.change.ComparedParts;
import dev.tidings.relationship.change.Difference;
import dev.tidings.relationship.words.WithdrawnText;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relationship's summary would become, were an update published. What the update withdraws
 * is not said, not even of the time before.
 *
 * @param before absent, when nothing is known
 * @param after absent, when nothing would be known
 * @param text what would be different, each sentence with the updates that it rests on
 * @param changes the same path by path
 */
public record Preview(
    Relationship relationship,
    @Nullable Summary before,
    @Nullable Summary after,
    List<Sentence> text,
    List<Change> changes) {

  public Preview {
    text = List.copyOf(text);
    changes = List.copyOf(changes);
  }

  /**
   * Previews an update of the relationship, on a day, as known at an instant.
   *
   * @param state which stays as it is
   */
  public static Preview of(
      RelationshipState state, RelationshipUpdate update, LocalDate asOf, Instant knownAt) {
    WithdrawnText withdrawn = state.withdrawnWith(update);
    Summary was = withdrawn.hiddenFrom(state.summary(asOf, knownAt));
    Summary is = withdrawn.hiddenFrom(state.preview(update, asOf, knownAt));
    Summary before = isKnown(was) ? was : null;
    boolean withdraws = !state.withdrawn().uris().containsAll(withdrawn.uris());
    return new Preview(
        state.relationship(),
        before,
        isKnown(is) ? is : null,
        Difference.between(was, is).text(),
        isKnown(is) ? changes(before, is, withdraws) : List.of());
  }

  private static List<Change> changes(@Nullable Summary before, Summary after, boolean withdraws) {
    ComparedParts was = before == null ? null : ComparedParts.of(before);
    return withdraws
        ? ChangedPaths.withoutFormerText(was, ComparedParts.of(after))
        : ChangedPaths.between(was, ComparedParts.of(after));
  }

  private static boolean isKnown(Summary summary) {
    return summary.revision() > 0;
  }
}
