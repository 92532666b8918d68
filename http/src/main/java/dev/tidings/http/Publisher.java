package dev.tidings.http;

import dev.tidings.party.Party;
import dev.tidings.text.PlainText;
import dev.tidings.update.Contribution;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who hands updates in, and which.
 *
 * @param name lower-case letters, digits, dots, dashes and underscores, 1 … 64; empty where nobody
 *     is told apart
 * @param parties an update is allowed when one of its two parties is among these; empty, all are
 * @param kinds and its kind among these, and the thread that it moves among those of these kinds;
 *     empty, all are
 */
public record Publisher(String name, Set<Party> parties, Set<Kind> kinds) {

  /** Where there are no tokens: whoever reaches this machine. */
  public static final Publisher ANYBODY = new Publisher("", Set.of(), Set.of());

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public Publisher {
    if (!name.isEmpty()) {
      checkName(name);
    }
    parties = Set.copyOf(parties);
    kinds = Set.copyOf(kinds);
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s'; expected 1 … 64 lower-case letters, digits, dots, dashes and underscores",
              PlainText.clip(name)));
    }
  }

  /** Whether it has a name: without one, nobody owns what is published. */
  public boolean isNamed() {
    return !name.isEmpty();
  }

  /** Why it may not publish this; empty when it may. */
  public Optional<String> whyNot(RelationshipUpdate update) {
    if (!parties.isEmpty() && parties.stream().noneMatch(update.relationship()::includes)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s publishes on %s; %s has none of them",
              name,
              words(parties),
              update.relationship()));
    }
    if (!kinds.isEmpty() && !kinds.contains(update.kind())) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s publishes the kinds %s, not %s",
              name,
              words(kinds.stream().map(Kind::word).collect(Collectors.toSet())),
              update.kind().word()));
    }
    return whyNoThread(update);
  }

  /** Whether there is anything that it may not publish. */
  public boolean isLimited() {
    return !parties.isEmpty() || !kinds.isEmpty();
  }

  /** The families of the threads that it may move; empty, all. */
  public SortedSet<String> threads() {
    return kinds.stream()
        .flatMap(kind -> Mode.families(kind).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A withdrawal moves no thread, and anybody may withdraw what is their own. */
  private Optional<String> whyNoThread(RelationshipUpdate update) {
    Contribution contribution = update.thread();
    if (contribution == null
        || update.pubStatus() != PubStatus.USABLE
        || kinds.isEmpty()
        || threads().contains(contribution.id().family())) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s moves the threads %s, not %s",
            name,
            words(threads()),
            contribution.id()));
  }

  private static String words(Collection<?> all) {
    return all.stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }
}
