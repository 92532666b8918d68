package dev.tidings.relationship.change;

import dev.tidings.relationship.words.Phrases;
import dev.tidings.relationship.words.WithdrawnText;
import dev.tidings.summary.Limits;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.ThreadId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the threads from one summary to a later one, in words.
 *
 * <p>A summary lists only the last of them. One that comes into a list because others left it has
 * not changed, and is not told of.
 */
final class ThreadChanges {

  /** In the order in which they are told. */
  private enum Turn {
    BEGAN("Came into force"),
    RESUMED("Resumed"),
    CHANGED("Changed"),
    SUSPENDED("Suspended"),
    ENDED("Ended"),
    LAPSED("Lapsed"),
    GONE("No longer in force");

    private final String opening;

    Turn(String opening) {
      this.opening = opening;
    }
  }

  /** A thread in words, and what they rest on. */
  private record Told(String words, List<String> updates) {}

  private static final int MOST_NAMED = 4;

  private final Summary before;
  private final Summary after;
  private final Map<Turn, List<Told>> told = new EnumMap<>(Turn.class);

  ThreadChanges(Summary before, Summary after) {
    this.before = before;
    this.after = after;
  }

  List<Sentence> text() {
    Map<ThreadId, StandingThread> earlier = threads(before);
    Map<ThreadId, StandingThread> later = threads(after);
    later.forEach((id, is) -> turn(earlier.get(id), is).ifPresent(turn -> tell(turn, id)));
    if (after.inForce().size() < Limits.MOST_IN_FORCE) {
      before.inForce().stream()
          .filter(was -> !later.containsKey(was.thread()))
          .forEach(was -> tell(Turn.GONE, was.thread()));
    }
    List<Sentence> text = new ArrayList<>();
    told.forEach((turn, threads) -> text.add(sentence(turn, threads)));
    return text;
  }

  private Optional<Turn> turn(@Nullable StandingThread was, StandingThread is) {
    if (was == null) {
      return isNew(is) ? Optional.of(turned(is)) : Optional.empty();
    }
    return switch (is.state()) {
      case IN_FORCE ->
          switch (was.state()) {
            case IN_FORCE -> changed(was, is);
            case SUSPENDED -> Optional.of(Turn.RESUMED);
            case ENDED, LAPSED -> Optional.of(Turn.BEGAN);
          };
      case SUSPENDED ->
          switch (was.state()) {
            case SUSPENDED -> changed(was, is);
            case IN_FORCE, ENDED, LAPSED -> Optional.of(Turn.SUSPENDED);
          };
      case ENDED, LAPSED ->
          was.state() == is.state() && was.changed().equals(is.changed())
              ? Optional.empty()
              : Optional.of(turned(is));
    };
  }

  private Optional<Turn> changed(StandingThread was, StandingThread is) {
    if (beganAnew(was, is)) {
      return Optional.of(is.state() == ThreadState.SUSPENDED ? Turn.SUSPENDED : Turn.BEGAN);
    }
    boolean isSame =
        Objects.equals(was.terms(), is.terms())
            && Objects.equals(was.until(), is.until())
            && was.since().equals(is.since());
    return isSame ? Optional.empty() : Optional.of(Turn.CHANGED);
  }

  private boolean beganAnew(StandingThread was, StandingThread is) {
    return !was.since().equals(is.since()) && is.since().earliest().isAfter(before.asOf());
  }

  /** Of a thread that no list had before: what brought it there. */
  private static Turn turned(StandingThread is) {
    return switch (is.state()) {
      case IN_FORCE -> Turn.BEGAN;
      case SUSPENDED -> Turn.SUSPENDED;
      case ENDED -> Turn.ENDED;
      case LAPSED -> Turn.LAPSED;
    };
  }

  /** Where the list that would have had it was full, it may have stood behind the list's end. */
  private boolean isNew(StandingThread is) {
    boolean wasFull =
        switch (is.state()) {
          case IN_FORCE, SUSPENDED -> before.inForce().size() >= Limits.MOST_IN_FORCE;
          case ENDED, LAPSED -> before.ended().size() >= Limits.MOST_LISTED;
        };
    return !wasFull || is.changed().earliest().isAfter(before.asOf());
  }

  private void tell(Turn turn, ThreadId id) {
    StandingThread was = threads(before).get(id);
    StandingThread is = threads(after).getOrDefault(id, was);
    if (is != null) {
      told.computeIfAbsent(turn, t -> new ArrayList<>())
          .add(new Told(Phrases.name(is) + words(turn, was, is), is.updates()));
    }
  }

  private static String words(Turn turn, @Nullable StandingThread was, StandingThread is) {
    return switch (turn) {
      case BEGAN -> " since " + is.since().inWords() + until(is) + terms(is);
      case RESUMED, SUSPENDED -> " since " + is.changed().inWords() + terms(is);
      case ENDED, LAPSED -> ", " + is.changed().inWords() + terms(is);
      case CHANGED -> was == null ? "" : termsNow(was, is) + untilNow(was, is) + sinceNow(was, is);
      case GONE -> "";
    };
  }

  private static String termsNow(StandingThread was, StandingThread is) {
    String old = quoted(was.terms());
    String now = quoted(is.terms());
    if (old.equals(now)) {
      return "";
    }
    if (old.isEmpty() || now.isEmpty()) {
      return old.isEmpty() ? ", now " + now : ", no longer " + old;
    }
    return ", from " + old + " to " + now;
  }

  private static String untilNow(StandingThread was, StandingThread is) {
    if (Objects.equals(was.until(), is.until())) {
      return "";
    }
    return is.until() == null ? ", no longer with an end" : "," + until(is);
  }

  private static String sinceNow(StandingThread was, StandingThread is) {
    return was.since().equals(is.since()) ? "" : ", since " + is.since().inWords();
  }

  private static String until(StandingThread thread) {
    return thread.until() == null ? "" : " until " + thread.until().inWords();
  }

  private static String terms(StandingThread thread) {
    String terms = thread.terms();
    return terms == null || WithdrawnText.isHidden(terms)
        ? ""
        : " (" + Phrases.unstopped(terms) + ")";
  }

  private static String quoted(@Nullable String terms) {
    return terms == null || WithdrawnText.isHidden(terms)
        ? ""
        : "“" + Phrases.unstopped(terms) + "”";
  }

  private static Sentence sentence(Turn turn, List<Told> threads) {
    int more = threads.size() - MOST_NAMED;
    List<Told> named = threads.stream().limit(MOST_NAMED).toList();
    return new Sentence(
        named.stream()
            .map(Told::words)
            .collect(
                Collectors.joining(
                    "; ", turn.opening + ": ", more > 0 ? ", and " + more + " more." : ".")),
        named.stream().flatMap(thread -> thread.updates().stream()).distinct().toList());
  }

  private static Map<ThreadId, StandingThread> threads(Summary summary) {
    Map<ThreadId, StandingThread> threads = new TreeMap<>();
    Stream.concat(summary.inForce().stream(), summary.ended().stream())
        .forEach(thread -> threads.put(thread.thread(), thread));
    return threads;
  }
}
