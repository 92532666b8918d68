package dev.tidings.relationship.change;

import dev.tidings.notification.Notification.Change;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.EdtfDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is different between two summaries of one relationship, in words and path by path.
 *
 * @param text in English, of what became different from the earlier day to the later one, whichever
 *     of the two was asked for first; each sentence names the updates that it rests on, as far as
 *     the summaries list them
 * @param changes from the first to the second of the two, ordered by path
 */
public record Difference(List<Sentence> text, List<Change> changes) {

  public Difference {
    text = List.copyOf(text);
    changes = List.copyOf(changes);
  }

  /** The difference between two summaries of one relationship. */
  public static Difference between(Summary before, Summary after) {
    return new Difference(
        text(before, after),
        ChangedPaths.between(ComparedParts.of(before), ComparedParts.of(after)));
  }

  private static List<Sentence> text(Summary one, Summary other) {
    boolean isBackwards = one.asOf().isAfter(other.asOf());
    Summary before = isBackwards ? other : one;
    Summary after = isBackwards ? one : other;
    List<Sentence> text = new ArrayList<>();
    new ClimateChange(before, after).text().ifPresent(text::add);
    text.addAll(new ThreadChanges(before, after).text());
    text.addAll(new ClaimChanges(before, after).text());
    UpdateChanges updates = new UpdateChanges(before, after);
    text.addAll(updates.counts());
    text.addAll(updates.editions());
    return text.isEmpty() ? List.of(nothing(before.asOf(), after.asOf())) : text;
  }

  private static Sentence nothing(LocalDate from, LocalDate to) {
    String when =
        from.equals(to)
            ? ""
            : String.format(
                Locale.ROOT,
                " between %s and %s",
                EdtfDate.of(from).inWords(),
                EdtfDate.of(to).inWords());
    return new Sentence("Nothing is different" + when + ".", List.of());
  }
}
