package dev.tidings.relationship.words;

import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.summary.Claim;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.StandingThread.Superseded;
import dev.tidings.summary.Summary;
import dev.tidings.update.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What withdrawn updates of a relationship said, in any of their editions: readers must not see it
 * any more, not even when they ask what was known before. The feed hides it from each summary of
 * the past.
 *
 * @param uris of the updates
 * @param headlines of all their editions
 * @param terms that they gave to threads
 */
public record WithdrawnText(Set<String> uris, Set<String> headlines, Set<String> terms) {

  private static final String HIDDEN = "(withdrawn since)";

  public WithdrawnText {
    uris = Set.copyOf(uris);
    headlines = Set.copyOf(headlines);
    terms = Set.copyOf(terms);
  }

  /** Whether a text stands in the place of one that was withdrawn. */
  public static boolean isHidden(String text) {
    return text.equals(HIDDEN);
  }

  /** A summary of what was known before they were withdrawn, without what they said. */
  public Summary hiddenFrom(Summary summary) {
    if (uris.isEmpty()) {
      return summary;
    }
    TreeMap<Kind, CountedUpdate> latest = new TreeMap<>(summary.latest());
    latest.replaceAll((kind, update) -> without(update));
    return summary.with(
        summary.text().stream().map(this::without).toList(),
        summary.inForce().stream().map(this::without).toList(),
        summary.ended().stream().map(this::without).toList(),
        summary.claims().stream().map(this::without).toList(),
        latest,
        summary.recent().stream().map(this::without).toList());
  }

  private Sentence without(Sentence sentence) {
    boolean says =
        Stream.concat(headlines.stream(), terms.stream())
            .map(Phrases::unstopped)
            .anyMatch(sentence.sentence()::contains);
    return says
        ? new Sentence("What stood here was withdrawn since.", sentence.updates())
        : sentence;
  }

  private StandingThread without(StandingThread thread) {
    return new StandingThread(
        thread.thread(),
        thread.state(),
        thread.since(),
        thread.changed(),
        without(thread.terms()),
        thread.until(),
        thread.standing(),
        thread.updates(),
        thread.superseded().stream().map(this::without).toList());
  }

  private Superseded without(Superseded superseded) {
    return terms.contains(superseded.terms())
        ? new Superseded(HIDDEN, superseded.since(), superseded.update())
        : superseded;
  }

  private @Nullable String without(@Nullable String given) {
    return given != null && terms.contains(given) ? HIDDEN : given;
  }

  private CountedUpdate without(CountedUpdate update) {
    return uris.contains(update.uri()) ? update.saying(HIDDEN) : update;
  }

  private Claim without(Claim claim) {
    return uris.contains(claim.uri()) ? claim.saying(HIDDEN) : claim;
  }

  public static WithdrawnText of(List<UpdateVersions> updates) {
    return new WithdrawnText(
        Set.copyOf(updates.stream().map(UpdateVersions::uri).toList()),
        Set.copyOf(updates.stream().flatMap(update -> update.headlines().stream()).toList()),
        Set.copyOf(updates.stream().flatMap(update -> update.terms().stream()).toList()));
  }
}
