package dev.tidings.feed.desk;

import dev.tidings.summary.TimeInForce;
import dev.tidings.update.ThreadId;
import dev.tidings.update.WireWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When what is of one family was in force, as a lane below a chart.
 *
 * @param times the earliest first
 * @param line an SVG path from 0 to 100, on a level of 0
 */
record Lane(Family family, List<TimeInForce> times, String line) {

  private static final int MOST_NAMED = 3;

  /** What lanes there are, from the top. */
  enum Family implements WireWord {
    CONFLICT("conflict", true),
    BLOCKADE("blockade", true),
    TIES("ties", true),
    SANCTIONS("sanctions", true),
    ALLIANCE("alliance", false),
    PACT("pact", false),
    AGREEMENT("agreement", false);

    private final String word;
    private final boolean isGrave;

    Family(String word, boolean isGrave) {
      this.word = word;
      this.isGrave = isGrave;
    }

    @Override
    public String word() {
      return word;
    }

    /** Whether it is hostile; ties are shown while they are severed. */
    boolean isGrave() {
      return isGrave;
    }

    boolean isOf(TimeInForce time) {
      return time.thread().family().equals(word);
    }
  }

  Lane {
    times = List.copyOf(times);
  }

  /** The lanes in which there is anything. */
  static List<Lane> of(List<TimeInForce> inForce, DaysOnALine days) {
    return Stream.of(Family.values())
        .map(family -> of(family, inForce.stream().filter(family::isOf).toList(), days))
        .filter(lane -> !lane.times.isEmpty())
        .toList();
  }

  private static Lane of(Family family, List<TimeInForce> times, DaysOnALine days) {
    return new Lane(
        family, times, String.join("", united(times).stream().map(days::line).toList()));
  }

  /** Where two lines lie upon each other, a broken one would look whole. */
  private static List<TimeInForce> united(List<TimeInForce> earliestFirst) {
    List<TimeInForce> united = new ArrayList<>();
    for (TimeInForce time : earliestFirst) {
      TimeInForce last = united.isEmpty() ? null : united.get(united.size() - 1);
      if (last == null || (last.to() != null && last.to().isBefore(time.from()))) {
        united.add(time);
      } else {
        united.set(
            united.size() - 1, new TimeInForce(last.thread(), last.from(), later(last, time)));
      }
    }
    return united;
  }

  private static @Nullable LocalDate later(TimeInForce one, TimeInForce other) {
    if (one.to() == null || other.to() == null) {
      return null;
    }
    return one.to().isAfter(other.to()) ? one.to() : other.to();
  }

  boolean isWar() {
    return family == Family.CONFLICT || family == Family.BLOCKADE;
  }

  /** The last ones, of which a reader is told the days. */
  List<TimeInForce> named() {
    return times.subList(more(), times.size());
  }

  /** How many others there are. */
  int more() {
    return Math.max(0, times.size() - MOST_NAMED);
  }

  /** What a thread is called besides its family; nothing, when it has no other name. */
  static String name(ThreadId thread) {
    String id = thread.id();
    return id.equals(thread.family()) ? "" : id.substring(thread.family().length() + 1);
  }
}
