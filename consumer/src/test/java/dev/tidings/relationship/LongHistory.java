package dev.tidings.relationship;

import dev.tidings.party.Party;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.RelationshipUpdateBuilder;
import dev.tidings.update.Response;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.UpdateId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Forty-seven years between two parties, told in as many updates as are asked for, in the order in
 * which they arrive: each mostly a day or two after what it tells of.
 *
 * <p>Of a hundred updates, some 30 move one thread, 15 move one of many (a twentieth as many
 * threads as updates), 6 claim something and 5 answer a claim of the last 90 days, 9 publish again
 * what is there: corrected, withdrawn or from another source. One in 50 is embargoed for a week,
 * one in 50 tells of something decades past, one in 50 arrives up to a year late.
 */
final class LongHistory {

  static final LocalDate START = LocalDate.parse("1979-02-11");
  static final int DAYS = 47 * 365;

  /** After all of it. */
  static final Instant NOW = Instant.parse("2090-01-01T00:00:00Z");

  private static final Party IRAN = new Party("IRN");
  private static final Party PAKISTAN = new Party("PAK");
  private static final List<Mode> MODES = List.of(Mode.values());
  private static final List<Effect> EFFECTS = List.of(Effect.values());
  private static final List<Position> POSITIONS =
      List.of(Position.CONFIRMS, Position.CONFIRMS, Position.DENIES, Position.RETRACTS);
  private static final ThreadId LONG_THREAD = new ThreadId("border/pilgrims");

  private final Random random = new Random(1_979);
  private final int size;
  private final List<RelationshipUpdate> arrived = new ArrayList<>();
  private final List<RelationshipUpdate> late = new ArrayList<>();
  private final List<RelationshipUpdate> claims = new ArrayList<>();

  private LongHistory(int size) {
    this.size = size;
  }

  static List<RelationshipUpdate> of(int size) {
    LongHistory history = new LongHistory(size);
    while (history.arrived.size() < size) {
      history.tell();
    }
    return history.arrived;
  }

  /** An update of the last day, as the next to arrive. */
  static RelationshipUpdate oneMore(int number) {
    LongHistory history = new LongHistory(1);
    LocalDate today = START.plusDays(DAYS);
    return history.fresh("test:more-" + number, today).build();
  }

  static Instant instantOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void tell() {
    LocalDate today = START.plusDays((long) arrived.size() * DAYS / size);
    if (!late.isEmpty() && oneIn(60)) {
      arrived.add(late.remove(0));
      return;
    }
    RelationshipUpdate update =
        arrived.size() > 20 && random.nextInt(100) < 9 ? again(today) : next(today);
    (oneIn(50) ? late : arrived).add(update);
  }

  private RelationshipUpdate next(LocalDate today) {
    RelationshipUpdateBuilder builder = fresh("test:" + (arrived.size() + late.size()), today);
    int what = random.nextInt(100);
    if (what < 30) {
      builder.thread(contribution(LONG_THREAD, today));
    } else if (what < 45) {
      int threads = Math.max(1, size / 20);
      builder.thread(contribution(new ThreadId("agreement/" + random.nextInt(threads)), today));
    }
    if (random.nextInt(100) < 6) {
      builder.standing(Standing.CLAIMED).attributedTo(new Attribution(IRAN, null, null));
      RelationshipUpdate claim = builder.build();
      claims.add(claim);
      return claim;
    }
    if (!claims.isEmpty() && random.nextInt(100) < 5) {
      answer(builder, today);
    }
    return builder.build();
  }

  private void answer(RelationshipUpdateBuilder builder, LocalDate today) {
    RelationshipUpdate claim =
        claims.get(claims.size() - 1 - random.nextInt(Math.min(5, claims.size())));
    boolean recent = claim.versionCreated().isAfter(instantOf(today.minusDays(90)));
    builder
        .actor(PAKISTAN)
        .counterpart(IRAN)
        .responds(recent ? new Response(claim.uri(), one(POSITIONS)) : null);
  }

  private RelationshipUpdateBuilder fresh(String uri, LocalDate today) {
    LocalDate day =
        oneIn(50) ? START.plusDays(random.nextInt(DAYS)) : today.minusDays(random.nextInt(3));
    boolean confirmed = random.nextInt(3) == 0;
    Instant issued = issued(today);
    return new RelationshipUpdateBuilder()
        .id(new UpdateId(uri, 1))
        .versionCreated(issued)
        .embargoedUntil(oneIn(50) ? issued.plus(Duration.ofDays(7)) : null)
        .mode(one(MODES))
        .occurred(EdtfDate.parse(oneIn(20) ? day.toString().substring(0, 7) : day.toString()))
        .actor(IRAN)
        .counterpart(PAKISTAN)
        .headline("headline of " + uri)
        .standing(confirmed ? Standing.CONFIRMED : Standing.REPORTED)
        .sources(List.of(new Source("desk", null, null)));
  }

  /** Another publication of one of the last updates. */
  private RelationshipUpdate again(LocalDate today) {
    RelationshipUpdate of = arrived.get(arrived.size() - 1 - random.nextInt(20));
    RelationshipUpdateBuilder builder = of.toBuilder().versionCreated(issued(today));
    UpdateId next = new UpdateId(of.uri(), of.version() + 1);
    return switch (random.nextInt(3)) {
      case 0 -> builder.sources(List.of(new Source("irna", null, null))).build();
      case 1 -> builder.id(next).headline("correction of " + of.uri()).build();
      default ->
          builder
              .id(next)
              .pubStatus(oneIn(2) ? PubStatus.CANCELED : PubStatus.WITHHELD)
              .edNote("wrong")
              .build();
    };
  }

  private Contribution contribution(ThreadId id, LocalDate today) {
    return new Contribution(
        id,
        one(EFFECTS),
        oneIn(3) ? "terms " + random.nextInt(5) : null,
        oneIn(6) ? EdtfDate.of(today.plusDays(random.nextInt(2_000))) : null);
  }

  private Instant issued(LocalDate today) {
    return instantOf(today).plusSeconds(random.nextInt(86_400));
  }

  private boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
