package dev.tidings.bench.part;

import dev.tidings.bench.data.Updates;
import dev.tidings.bench.peer.WholeFold;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.SummaryJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * What one more update and one answer cost in a relationship of a given size: the main class of a
 * process that says its figures in µs, a line each.
 */
final class OneRelationship {

  static final String ONE_MORE = "one-more";
  static final String AS_OF = "as-of";
  static final String AS_KNOWN = "as-known";
  static final String FIRST_OF_THE_PAST = "first-of-the-past";

  private static final Relationship PAIR = Relationship.parse("IRN-PAK");
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final int DAYS = 8 * 365;

  /** So few that a thousand updates are still about a thousand afterwards. */
  private static final int ADDED = 200;

  private static final int ASKED = 2_000;

  /** Of so many updates are the relationships on which the JIT compiler learns. */
  private static final int SMALL = 1_000;

  private static final int TIMES = 30;

  private final long seed;
  private final SplittableRandom random;
  private long used;

  private OneRelationship(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  public static void main(String[] args) {
    new OneRelationship(Long.parseLong(args[1])).run(Integer.parseInt(args[0]));
  }

  private void run(int size) {
    for (int i = 0; i < TIMES; i++) {
      oneMore(SMALL);
      RelationshipState small = state(SMALL);
      firstOfThePast(small);
      ask(small, ASKED / TIMES, true);
      ask(small, ASKED / TIMES, false);
    }
    say(ONE_MORE, median(oneMore(size)));
    RelationshipState state = state(size);
    say(AS_OF, worstOfAHundred(ask(state, ASKED, false)));
    say(FIRST_OF_THE_PAST, firstOfThePast(state));
    say(AS_KNOWN, worstOfAHundred(ask(state, ASKED, true)));
    System.out.println("used " + used);
  }

  /** Each is a transaction of its own: folded, told, and its summary written. */
  private long[] oneMore(int size) {
    Updates updates = Updates.between(PAIR, size + ADDED, seed);
    WholeFold fold = new WholeFold();
    fold.restore(updates.take(size));
    fold.takeSummaries().forEach(summary -> use(SummaryJson.write(summary)));
    return LongStream.generate(
            () -> {
              RelationshipUpdate update = updates.next();
              return time(() -> fold(fold, update));
            })
        .limit(ADDED)
        .toArray();
  }

  private long fold(WholeFold fold, RelationshipUpdate update) {
    fold.fold(update, update.versionCreated())
        .forEach(told -> use(CloudEvents.record(told).value()));
    fold.takeSummaries().forEach(summary -> use(CloudEvents.record(summary).value()));
    return used;
  }

  private RelationshipState state(int size) {
    RelationshipState state = new RelationshipState(PAIR);
    Updates.between(PAIR, size, seed).forEachRemaining(state::add);
    return state;
  }

  /** Summaries of any day, as known now or at any instant, written as JSON. */
  private long[] ask(RelationshipState state, int times, boolean asKnownThen) {
    return LongStream.generate(
            () -> {
              LocalDate day = anyDay();
              Instant known = asKnownThen ? anyDay().atStartOfDay(ZoneOffset.UTC).toInstant() : NOW;
              return time(() -> use(SummaryJson.write(state.summary(day, known))));
            })
        .limit(times)
        .toArray();
  }

  private long firstOfThePast(RelationshipState state) {
    Instant known = Updates.LAST_DAY.minusDays(40).atStartOfDay(ZoneOffset.UTC).toInstant();
    return time(() -> use(SummaryJson.write(state.summary(Updates.LAST_DAY, known))));
  }

  private LocalDate anyDay() {
    return Updates.LAST_DAY.minusDays(random.nextInt(DAYS));
  }

  private long use(byte[] bytes) {
    used += bytes.length;
    return used;
  }

  private long time(LongSupplier what) {
    long began = System.nanoTime();
    used += what.getAsLong() & 1;
    return System.nanoTime() - began;
  }

  private static long median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  private static long worstOfAHundred(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length * 99 / 100];
  }

  private static void say(String what, long nanos) {
    System.out.println(String.format(Locale.ROOT, "%s %.2f", what, nanos / 1e3));
  }
}
