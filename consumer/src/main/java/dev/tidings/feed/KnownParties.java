package dev.tidings.feed;

import dev.tidings.party.Party;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.text.FoldedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who there is, in how many relationships, and by which names. */
public final class KnownParties {

  private final Archive archive;

  public KnownParties(Archive archive) {
    this.archive = archive;
  }

  /** In how many relationships each stands of which anything is known; the others are not there. */
  public SortedMap<Party, Integer> counts() {
    SortedMap<Party, Integer> counts = new TreeMap<>();
    archive.relationships().stream()
        .filter(pair -> archive.ask(pair, RelationshipState::isKnown).orElse(false))
        .flatMap(pair -> pair.parties().stream())
        .forEach(party -> counts.merge(party, 1, Integer::sum));
    return counts;
  }

  /**
   * All parties whose name in a reader's language, English name or code has a text in it, as {@link
   * FoldedText} compares: first those that begin with it, each time those with most relationships
   * first.
   */
  public List<Party> named(String text, Locale language) {
    return named(text, language, counts());
  }

  /** The same, for who asks several times. */
  public List<Party> named(String text, Locale language, Map<Party, Integer> counts) {
    String folded = FoldedText.of(text).strip();
    List<Party> begin = new ArrayList<>();
    List<Party> contain = new ArrayList<>();
    for (Party party : Party.all()) {
      List<String> names =
          Stream.of(party.name(language), party.name(), party.code()).map(FoldedText::of).toList();
      if (names.stream().anyMatch(name -> name.startsWith(folded))) {
        begin.add(party);
      } else if (names.stream().anyMatch(name -> name.contains(folded))) {
        contain.add(party);
      }
    }
    Comparator<Party> most =
        Comparator.comparing((Party party) -> counts.getOrDefault(party, 0)).reversed();
    begin.sort(most);
    contain.sort(most);
    return Stream.concat(begin.stream(), contain.stream()).toList();
  }
}
