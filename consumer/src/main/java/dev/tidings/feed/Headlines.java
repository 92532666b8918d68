package dev.tidings.feed;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.IssuedEdition;
import dev.tidings.relationship.edition.Story;
import dev.tidings.text.FoldedText;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds updates by words of their headlines. One thread adds, any thread asks. Memory is bounded by
 * the number of publications.
 *
 * <p>The index knows every headline that was ever published, and whether it still stands only the
 * fold knows: so each hit is asked from there. What was withdrawn, replaced or is under embargo is
 * never found.
 */
public final class Headlines {

  /** How many entries a question asks of the fold; the next page goes on behind them. */
  static final int MOST_LOOKED_AT = 5_000;

  /**
   * What is looked for.
   *
   * @param words each of which the headline has, or a word that begins with it
   * @param pairs in which the update stands
   * @param updates which of them
   */
  public record Question(
      Set<String> words, Predicate<Relationship> pairs, Predicate<RelationshipUpdate> updates) {

    public Question {
      words = Set.copyOf(words);
    }

    private Optional<Story> answeredBy(Story story) {
      return story
          .current()
          .filter(updates)
          .filter(update -> hasAll(FoldedText.words(update.headline())))
          .map(update -> story);
    }

    private boolean hasAll(Set<String> there) {
      return words.stream().allMatch(word -> there.stream().anyMatch(it -> it.startsWith(word)));
    }
  }

  /**
   * A page of what was found, the latest published first.
   *
   * @param next behind which to go on; absent, there is no more
   */
  public record Found(List<Story> stories, @Nullable Publication next) {
    public Found {
      stories = List.copyOf(stories);
    }
  }

  private final Archive archive;
  private final NavigableMap<String, Numbers> byWord = new ConcurrentSkipListMap<>();
  private final Publications publications = new Publications();

  Headlines(Archive archive) {
    this.archive = archive;
  }

  /**
   * Adds what was published; for one thread.
   *
   * @param edition that of the update
   */
  void add(RelationshipUpdate update, IssuedEdition edition) {
    if (update.pubStatus() != PubStatus.USABLE || isThere(update, edition)) {
      return;
    }
    int number = publications.add(edition, update.relationship());
    for (String word : FoldedText.words(update.headline())) {
      byWord.computeIfAbsent(word, unknown -> new Numbers()).add(number);
    }
  }

  /** Whether another source only says what was issued before, and can be found. */
  private static boolean isThere(RelationshipUpdate update, IssuedEdition edition) {
    return edition.created().isBefore(update.versionCreated());
  }

  /**
   * Finds updates.
   *
   * @param after only those published before this one; absent, from the latest on
   * @param most how many. There may be fewer than that and more to come: see {@link Found#next}
   */
  public Found find(Question question, @Nullable Publication after, int most) {
    Publications.Ordered ordered = publications.ordered();
    BitSet numbers = numbers(question.words(), ordered.size());
    List<Story> stories = new ArrayList<>();
    Publication found = null;
    Publication looked = null;
    int count = 0;
    for (int place = ordered.before(after); place >= 0; place--) {
      if (!numbers.get(ordered.number(place))
          || !question.pairs().test(ordered.relationship(place))) {
        continue;
      }
      Publication one = ordered.at(place);
      if (one.equals(looked)) {
        continue;
      }
      if (count == MOST_LOOKED_AT) {
        return new Found(stories, looked);
      }
      Optional<Story> story = story(one).flatMap(question::answeredBy);
      if (story.isPresent() && stories.size() == most) {
        return new Found(stories, found);
      }
      if (story.isPresent()) {
        stories.add(story.get());
        found = one;
      }
      looked = one;
      count++;
    }
    return new Found(stories, null);
  }

  /** The update whose edition that counts is this publication. */
  private Optional<Story> story(Publication one) {
    return archive
        .ask(one.relationship(), state -> state.story(one.uri()))
        .flatMap(story -> story)
        .filter(story -> story.current().filter(it -> Publication.of(it).equals(one)).isPresent());
  }

  /** The numbers of the publications that have all words. */
  private BitSet numbers(Set<String> words, int size) {
    BitSet all = new BitSet(size);
    all.set(0, size);
    for (String word : words) {
      BitSet some = new BitSet(size);
      byWord.subMap(word, word + Character.MAX_VALUE).values().forEach(it -> it.addTo(some));
      all.and(some);
    }
    return all;
  }
}
