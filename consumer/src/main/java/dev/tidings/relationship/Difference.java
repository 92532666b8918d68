package dev.tidings.relationship;

import dev.tidings.notification.Notification.Change;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import java.util.ArrayList;
import java.util.List;

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
        text(before, after), Differences.between(Outline.of(before), Outline.of(after)));
  }

  private static List<Sentence> text(Summary one, Summary other) {
    boolean isBackwards = one.asOf().isAfter(other.asOf());
    Summary before = isBackwards ? other : one;
    Summary after = isBackwards ? one : other;
    List<Sentence> text = new ArrayList<>();
    WordsOfChange words = new WordsOfChange(before, after);
    words.climate().ifPresent(text::add);
    text.addAll(new ThreadChanges(before, after).text());
    text.addAll(new ClaimChanges(before, after).text());
    text.addAll(words.counts());
    text.addAll(words.editions());
    return text.isEmpty() ? List.of(words.nothing()) : text;
  }
}
