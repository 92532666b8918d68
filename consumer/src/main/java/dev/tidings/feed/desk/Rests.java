package dev.tidings.feed.desk;

import dev.tidings.feed.Archive;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sentences and lists rest on: of each uri, the edition that counts today. */
record Rests(Map<String, RelationshipUpdate> updates) {

  private static final int MOST_OF_A_SENTENCE = 10;

  Rests {
    updates = Map.copyOf(updates);
  }

  /** What the sentences of a summary rest on. */
  static Rests of(Archive archive, Summary summary) {
    return of(archive, summary.relationship(), summary.text());
  }

  static Rests of(Archive archive, Relationship pair, List<Sentence> sentences) {
    Map<String, RelationshipUpdate> found = new LinkedHashMap<>();
    archive.ask(
        pair,
        state -> {
          sentences.stream()
              .flatMap(sentence -> sentence.updates().stream().limit(MOST_OF_A_SENTENCE))
              .distinct()
              .forEach(
                  uri ->
                      state
                          .story(uri)
                          .flatMap(Story::current)
                          .ifPresent(update -> found.put(uri, update)));
          return found;
        });
    return new Rests(found);
  }

  /** The updates of a sentence that can be shown. */
  List<RelationshipUpdate> of(Sentence sentence) {
    return sentence.updates().stream()
        .limit(MOST_OF_A_SENTENCE)
        .map(uri -> Optional.ofNullable(updates.get(uri)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** How many of a sentence's updates are not among those. */
  int more(Sentence sentence) {
    return sentence.updates().size() - of(sentence).size();
  }
}
