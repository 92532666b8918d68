package dev.tidings.relationship.words;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.climate.Weights;
import dev.tidings.relationship.thread.Threads;
import dev.tidings.summary.Climate;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.ThreadState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headline of a summary: what holds between two states comes before any temperature, as in
 * {@code Iran and Pakistan: conflict of 2024-01 in force, hostile and cooling}.
 */
public final class Headline {

  private static final int MOST = 3;

  private Headline() {}

  /**
   * The headline of a day.
   *
   * @param weights what weighs in the climate, or once did
   */
  public static String of(
      Relationship relationship,
      LocalDate asOf,
      Threads.Standing standing,
      Climate climate,
      Weights weights) {
    String temper = new ClimateText(relationship, asOf, climate, weights).temper();
    return names(relationship)
        + ": "
        + Stream.concat(facts(standing.inForce(), standing.ended()).stream(), Stream.of(temper))
            .collect(Collectors.joining(", "));
  }

  /** The headline of a day by which nothing has happened. */
  public static String ofNothing(Relationship relationship) {
    return names(relationship) + ": nothing is known";
  }

  private static String names(Relationship relationship) {
    return relationship.first().name() + " and " + relationship.second().name();
  }

  /** Such as {@code conflict of 2024-01 in force}, the gravest first. */
  private static List<String> facts(List<StandingThread> inForce, List<StandingThread> ended) {
    if (inForce.isEmpty() && ended.isEmpty()) {
      return List.of();
    }
    Stream<String> grave = ofFamilies(inForce, List.of("conflict", "blockade"));
    Stream<String> severed =
        ended.stream().filter(Headline::isSevered).limit(1).map(ties -> "diplomatic ties severed");
    Stream<String> rest =
        ofFamilies(inForce, List.of("sanctions", "border", "alliance", "pact", "agreement"));
    return Stream.of(grave, severed, rest).flatMap(facts -> facts).limit(MOST).toList();
  }

  /** Whether diplomatic ties have ended, as long as nobody restores them. */
  static boolean isSevered(StandingThread thread) {
    return thread.thread().id().equals("ties") && thread.state() == ThreadState.ENDED;
  }

  private static Stream<String> ofFamilies(List<StandingThread> threads, List<String> families) {
    return families.stream()
        .flatMap(
            family ->
                threads.stream()
                    .filter(thread -> thread.thread().family().equals(family))
                    .flatMap(thread -> fact(thread, family).stream()));
  }

  /** Without the terms: a headline carries no text of an update that may be withdrawn. */
  private static Optional<String> fact(StandingThread thread, String family) {
    boolean holds = thread.state() == ThreadState.IN_FORCE;
    if (family.equals("border")) {
      String border = Phrases.name(thread);
      return Optional.of(
          holds
              ? border.replaceFirst("^border", "border regime") + " in force"
              : border + " closed");
    }
    return holds ? Optional.of(Phrases.name(thread) + " in force") : Optional.empty();
  }
}
