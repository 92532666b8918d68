package dev.tidings.relationship;

import dev.tidings.party.Party;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.Doubt;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.RelationshipUpdateBuilder;
import dev.tidings.update.Response;
import dev.tidings.update.Sector;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.UpdateId;
import dev.tidings.wire.UpdateJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Histories of one relationship, from a seed: a few uris, published, corrected, contradicted,
 * killed, withheld, released, embargoed, claimed and answered, on dates of every form.
 */
public final class RandomHistories {

  static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

  /** Instants are few, so that many of them coincide. */
  private static final Duration STEP = Duration.ofHours(12);

  private static final int STEPS = 1_200;

  private static final Party IRAN = new Party("IRN");
  private static final Party PAKISTAN = new Party("PAK");
  private static final Party OUTSIDER = new Party("USA");

  private static final List<String> DATES =
      List.of(
          "0622",
          "0001-01-01",
          "19XX",
          "1947-08-22",
          "1950-03",
          "1965",
          "196X",
          "1979/..",
          "2019-06/..",
          "2022-02",
          "2022-12/2023-02",
          "2023",
          "2023-01-31",
          "2023-02",
          "2023-02-28",
          "2023-03-31",
          "2023-21",
          "2023-24",
          "2023-05-05?",
          "2023-08-30",
          "2023-08-31",
          "2024-01~",
          "2024-01-16",
          "2024-01-16/2024-01-18",
          "2024-02-29",
          "2024-06%",
          "2024-XX",
          "2024-07-XX",
          "2031-05",
          "9999-12-31");
  private static final List<String> ENDS =
      List.of("1970", "2023-03", "2023-06-30", "2023-12-31", "2024", "2024-06/..", "2040");
  private static final List<String> THREADS =
      List.of("ties", "border", "border/pilgrims", "conflict/2024-01", "sanctions");
  private static final List<String> TERMS = List.of("open", "open 24/7", "closed for repairs");
  private static final List<String> HEADLINES = List.of("one", "two.", "three");
  private static final List<Source> SOURCES =
      List.of(
          new Source("irna", null, null),
          new Source("IRNA", "https://irna.example/1", null),
          new Source("Dawn", null, "dawn"),
          new Source("Dawn Urdu", null, "Dawn"),
          new Source("desk", null, null));
  private static final List<Sector> SECTORS =
      Stream.of("GOV", "MIL", "COP", "CVL", "BUS", "UNK", "XYZ").map(Sector::of).toList();
  private static final List<Attribution> CLAIMANTS =
      List.of(
          new Attribution(IRAN, "Rezaei", null),
          new Attribution(PAKISTAN, null, "minister"),
          new Attribution(OUTSIDER, null, null),
          new Attribution(null, "somebody", null));

  /** Of one history: few, so that each has many editions. */
  private static final int URIS = 6;

  private final Random random;

  /** Chooses only the sectors, so that they do not shift what else a history is made of. */
  private final Random sides;

  /** Chooses only the doubts, for the same reason. */
  private final Random doubts;

  private int uris = URIS;

  public RandomHistories(long seed) {
    this.random = new Random(seed);
    this.sides = new Random(seed);
    this.doubts = new Random(seed);
  }

  /** A history of so many updates, of which some may be equal. */
  public List<RelationshipUpdate> next(int least, int most) {
    int size = least + random.nextInt(most - least + 1);
    uris = Math.max(URIS, most / 8);
    List<RelationshipUpdate> history = new ArrayList<>();
    while (history.size() < size) {
      history.add(
          history.isEmpty() || random.nextInt(5) < 2
              ? fresh(history)
              : edition(one(history), history));
    }
    return history;
  }

  /** The same updates in another order, some of them several times. */
  public List<RelationshipUpdate> shuffledAndRepeated(List<RelationshipUpdate> history) {
    List<RelationshipUpdate> arrived = new ArrayList<>(history);
    for (int i = random.nextInt(4); i > 0; i--) {
      arrived.add(one(history));
    }
    Collections.shuffle(arrived, random);
    return arrived;
  }

  public boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  /** A day on which the history may look different than on another. */
  public LocalDate day() {
    return switch (random.nextInt(4)) {
      case 0 -> date().earliest();
      case 1 -> LocalDate.of(1940 + random.nextInt(100), 1 + random.nextInt(12), 28);
      default -> LocalDate.ofInstant(instant(), ZoneOffset.UTC);
    };
  }

  /** An instant at which the history may be known in part. */
  public Instant instantIn(List<RelationshipUpdate> history) {
    RelationshipUpdate update = one(history);
    return switch (random.nextInt(6)) {
      case 0 -> update.visibleFrom();
      case 1 -> update.visibleFrom().minusNanos(1);
      case 2 -> update.versionCreated();
      case 3 -> START.minusSeconds(1);
      case 4 -> Instant.parse("2100-01-01T00:00:00Z");
      default -> instant();
    };
  }

  private RelationshipUpdate fresh(List<RelationshipUpdate> history) {
    RelationshipUpdateBuilder builder =
        new RelationshipUpdateBuilder()
            .id(new UpdateId(uri(random.nextInt(uris)), 1 + random.nextInt(2)))
            .versionCreated(instant());
    parties(builder);
    say(builder, history);
    standing(builder);
    embargo(builder);
    return builder.build();
  }

  /** Another publication of an update that is there: what a desk or a source can do to it. */
  private RelationshipUpdate edition(RelationshipUpdate of, List<RelationshipUpdate> history) {
    RelationshipUpdateBuilder builder = of.toBuilder().versionCreated(instant());
    boolean sameInstant = random.nextInt(3) == 0;
    switch (random.nextInt(8)) {
      case 0 -> builder.sources(sources());
      case 1 -> {
        if (sameInstant) {
          builder.versionCreated(of.versionCreated()).sources(sources());
        }
      }
      case 2 -> {
        // One version with different contents.
        say(builder, history);
        if (sameInstant) {
          builder.versionCreated(of.versionCreated());
        }
      }
      case 3 -> builder.id(later(of)).pubStatus(PubStatus.CANCELED).edNote("withdrawn");
      case 4 -> builder.id(later(of)).pubStatus(PubStatus.WITHHELD);
      case 5 -> builder.id(random.nextInt(4) == 0 ? of.id() : later(of)).pubStatus(status());
      case 6 -> {
        builder.id(later(of)).pubStatus(PubStatus.USABLE);
        standing(builder);
      }
      default -> {
        builder.id(later(of)).pubStatus(PubStatus.USABLE);
        say(builder, history);
        embargo(builder);
      }
    }
    return builder.build();
  }

  private void parties(RelationshipUpdateBuilder builder) {
    boolean byIran = random.nextBoolean();
    builder.actor(byIran ? IRAN : PAKISTAN).counterpart(byIran ? PAKISTAN : IRAN);
  }

  private void say(RelationshipUpdateBuilder builder, List<RelationshipUpdate> history) {
    builder
        .mode(one(List.of(Mode.values())))
        .occurred(date())
        .headline(one(HEADLINES))
        .actorSector(sector())
        .counterpartSector(sector())
        .concerning(random.nextInt(5) == 0 ? List.of(OUTSIDER) : List.of())
        .thread(random.nextInt(5) < 2 ? contribution() : null)
        .responds(random.nextInt(3) == 0 ? response(history) : null)
        .sources(sources());
  }

  /** Mostly the state, as in most of what desks write. */
  private @Nullable Sector sector() {
    return sides.nextInt(3) == 0 ? SECTORS.get(sides.nextInt(SECTORS.size())) : null;
  }

  private void standing(RelationshipUpdateBuilder builder) {
    Standing standing = one(List.of(Standing.values()));
    builder
        .standing(standing)
        .attributedTo(
            standing == Standing.CLAIMED || random.nextInt(4) == 0 ? one(CLAIMANTS) : null);
  }

  private void embargo(RelationshipUpdateBuilder builder) {
    builder.embargoedUntil(random.nextInt(5) == 0 ? instant() : null);
  }

  private Contribution contribution() {
    return new Contribution(
        new ThreadId(one(THREADS)),
        one(List.of(Effect.values())),
        random.nextBoolean() ? one(TERMS) : null,
        random.nextInt(4) == 0 ? EdtfDate.parse(one(ENDS)) : null);
  }

  /** To something that is there, or that may come later. */
  private Response response(List<RelationshipUpdate> history) {
    String claim =
        history.isEmpty() || random.nextBoolean() ? uri(random.nextInt(uris)) : one(history).uri();
    return new Response(claim, one(List.of(Position.values())));
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      sources.add(doubted(one(SOURCES)));
    }
    return sources;
  }

  /** The same source, which mostly says that it is weak. */
  private Source doubted(Source source) {
    return new Source(
        source.name(),
        source.uri(),
        source.family(),
        Arrays.stream(Doubt.values()).filter(this::isDoubted).toList());
  }

  private boolean isDoubted(Doubt doubt) {
    int die = doubts.nextInt(6);
    return doubt == Doubt.MACHINE_CODED ? die > 0 : die < 2;
  }

  private UpdateId later(RelationshipUpdate of) {
    return new UpdateId(of.uri(), of.version() + 1 + random.nextInt(2));
  }

  private PubStatus status() {
    return one(List.of(PubStatus.values()));
  }

  private EdtfDate date() {
    return random.nextBoolean()
        ? EdtfDate.parse(one(DATES))
        : EdtfDate.of(LocalDate.ofInstant(instant(), ZoneOffset.UTC));
  }

  private Instant instant() {
    int steps = random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(STEPS);
    return START.plus(STEP.multipliedBy(steps));
  }

  private static String uri(int number) {
    return "test:" + number;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** All orders of a few things. */
  static <T> List<List<T>> permutations(List<T> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      List<T> others = new ArrayList<>(of);
      T first = others.remove(i);
      for (List<T> rest : permutations(others)) {
        List<T> order = new ArrayList<>();
        order.add(first);
        order.addAll(rest);
        all.add(order);
      }
    }
    return all;
  }

  /** A history as a failed check prints it, one update a line. */
  public static String shown(List<RelationshipUpdate> history) {
    StringBuilder text = new StringBuilder();
    for (RelationshipUpdate update : history) {
      text.append("\n  ").append(shown(update));
    }
    return text.toString();
  }

  private static String shown(RelationshipUpdate update) {
    return new String(UpdateJson.write(update), StandardCharsets.UTF_8);
  }
}
