package dev.tidings.update;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a source is weak, as far as it says so itself. */
public enum Doubt implements WireWord {
  /** Software made the update from a text, and nobody read it. */
  MACHINE_CODED("machine-coded", false),
  /** The text mentions it in passing: GDELT's {@code IsRootEvent} is 0. */
  NOT_ROOT("not-root", true),
  /** One article alone says so: GDELT's {@code NumSources} is 1. */
  SINGLE_SOURCE("single-source", true),
  /** GDELT gives an actor a country and no type. A place name is easily taken for such an actor. */
  UNTYPED_ACTOR("untyped-actor", true);

  private static final Map<String, Doubt> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Doubt::word, doubt -> doubt));

  private final String word;
  private final boolean halves;

  Doubt(String word, boolean halves) {
    this.word = word;
    this.halves = halves;
  }

  /** The doubt with this word; empty for one that only a newer producer knows. */
  public static Optional<Doubt> known(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  @Override
  public String word() {
    return word;
  }

  /** Whether a source with this doubt counts as half of one without it. */
  public boolean halves() {
    return halves;
  }
}
