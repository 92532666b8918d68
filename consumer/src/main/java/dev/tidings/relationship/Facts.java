package dev.tidings.relationship;

import dev.tidings.summary.StandingThread;
import dev.tidings.summary.ThreadState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds between two states and comes before any temperature, for a headline. */
final class Facts {

  private static final int MOST = 3;

  private Facts() {}

  /** Such as {@code conflict of 2024-01 in force}, the gravest first. */
  static List<String> of(List<StandingThread> inForce, List<StandingThread> ended) {
    if (inForce.isEmpty() && ended.isEmpty()) {
      return List.of();
    }
    Stream<String> grave = facts(inForce, List.of("conflict", "blockade"));
    Stream<String> severed =
        ended.stream().filter(Facts::isSevered).limit(1).map(ties -> "diplomatic ties severed");
    Stream<String> rest =
        facts(inForce, List.of("sanctions", "border", "alliance", "pact", "agreement"));
    return Stream.of(grave, severed, rest).flatMap(facts -> facts).limit(MOST).toList();
  }

  /** Whether diplomatic ties have ended, as long as nobody restores them. */
  static boolean isSevered(StandingThread thread) {
    return thread.thread().id().equals("ties") && thread.state() == ThreadState.ENDED;
  }

  private static Stream<String> facts(List<StandingThread> threads, List<String> families) {
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
      String border = Words.name(thread);
      return Optional.of(
          holds
              ? border.replaceFirst("^border", "border regime") + " in force"
              : border + " closed");
    }
    return holds ? Optional.of(Words.name(thread) + " in force") : Optional.empty();
  }
}
