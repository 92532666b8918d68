package dev.tidings.bench.data;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.update.Doubt;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.RelationshipUpdateBuilder;
import dev.tidings.update.Sector;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.UpdateId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Updates in the shape of icews18's, the same for the same seed and number: day by day until 31
 * October 2026, as machines code them.
 *
 * <p>Of 500, one comes again from a desk; of 5,000, one is corrected; of 20,000, one is killed.
 */
public final class Updates implements Iterator<RelationshipUpdate> {

  /** Those of the bench. */
  public static final long SEED = 1_947;

  /** The day of the last of them. */
  public static final LocalDate LAST_DAY = LocalDate.parse("2026-10-31");

  private static final int RECENT = 1_000;
  private static final Source MACHINE =
      new Source("ICEWS", null, null, List.of(Doubt.MACHINE_CODED));
  private static final Source DESK = new Source("Desk", null, null);

  private final SplittableRandom random;
  private final Weighted<Relationship> pairs;
  private final Weighted<Mode> modes;
  private final @Nullable RelationshipUpdate[] recent = new RelationshipUpdate[RECENT];
  private final int count;
  private final int aDay;
  private int told;

  private Updates(List<Relationship> pairs, int count, int aDay, long seed) {
    Map<Relationship, Integer> ranks = new HashMap<>();
    pairs.forEach(pair -> ranks.put(pair, ranks.size() + 1));
    this.random = new SplittableRandom(seed);
    this.pairs = new Weighted<>(pairs, pair -> Shape.share(ranks.getOrDefault(pair, 1)));
    this.modes =
        new Weighted<>(
            Shape.MODES.keySet().stream().sorted().toList(),
            mode -> Shape.MODES.getOrDefault(mode, 0));
    this.count = count;
    this.aDay = aDay;
  }

  /** Those of all pairs. */
  public static Updates of(int count, long seed) {
    return new Updates(Shape.pairs(), count, Shape.A_DAY, seed);
  }

  /** Those of one pair, spread over the same eight years, however many there are. */
  public static Updates between(Relationship pair, int count, long seed) {
    return new Updates(List.of(pair), count, Math.max(1, count / (8 * 365)), seed);
  }

  /** Those of them that say of no other update something new: each of them is told. */
  public Iterator<RelationshipUpdate> onlyNew() {
    return Stream.generate(this::next)
        .limit(count)
        .filter(update -> update.version() == 1 && update.sources().contains(MACHINE))
        .iterator();
  }

  /** The next so many of them. */
  public Iterator<RelationshipUpdate> take(int most) {
    return Stream.generate(this::next).limit(most).iterator();
  }

  @Override
  public boolean hasNext() {
    return told < count;
  }

  @Override
  public RelationshipUpdate next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RelationshipUpdate former = recent[random.nextInt(RECENT)];
    RelationshipUpdate update = former == null ? fresh() : again(former);
    recent[told % RECENT] = update;
    told++;
    return update;
  }

  /** The update itself once more, in one of a few hundred; otherwise another one. */
  private RelationshipUpdate again(RelationshipUpdate former) {
    int one = random.nextInt(20_000);
    if (one < 40) {
      return former.republished(issued(), List.of(DESK));
    }
    if (one < 45) {
      UpdateId next = new UpdateId(former.uri(), former.version() + 1);
      RelationshipUpdateBuilder edition = former.toBuilder().id(next).versionCreated(issued());
      return one == 40
          ? edition.pubStatus(PubStatus.CANCELED).edNote("It did not happen.").build()
          : edition.headline(former.headline() + ", it is said").build();
    }
    return fresh();
  }

  private RelationshipUpdate fresh() {
    Relationship pair = pairs.draw(random);
    boolean turned = random.nextBoolean();
    Party actor = turned ? pair.second() : pair.first();
    Party counterpart = turned ? pair.first() : pair.second();
    Mode mode = modes.draw(random);
    return new RelationshipUpdateBuilder()
        .id(new UpdateId(uri(), 1))
        .versionCreated(issued())
        .mode(mode)
        .occurred(EdtfDate.of(today()))
        .actor(actor)
        .counterpart(counterpart)
        .actorSector(sector())
        .counterpartSector(sector())
        .headline(headline(mode, actor, counterpart))
        .standing(Standing.REPORTED)
        .sources(List.of(MACHINE))
        .build();
  }

  private String uri() {
    return String.format(
        Locale.ROOT, "tag:tidings.dev,2026:event/%016x%016x", random.nextLong(), random.nextLong());
  }

  private @Nullable Sector sector() {
    return random.nextInt(Shape.ONE_IN_SECTOR) == 0
        ? Sector.of(Shape.SECTORS.get(random.nextInt(Shape.SECTORS.size())))
        : null;
  }

  /** As long as the importer's, which are 51 characters on the average. */
  private static String headline(Mode mode, Party actor, Party counterpart) {
    return String.format(
        Locale.ROOT,
        "A %s of %s, which concerns %s",
        mode.word().replace('-', ' '),
        actor.nameInSentence(),
        counterpart.nameInSentence());
  }

  private LocalDate today() {
    return LAST_DAY.minusDays((count - 1 - told) / aDay);
  }

  private Instant issued() {
    return today().atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
  }
}
