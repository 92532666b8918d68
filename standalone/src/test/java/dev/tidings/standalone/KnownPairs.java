package dev.tidings.standalone;

import static java.util.Comparator.comparing;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.intake.InputLine;
import dev.tidings.intake.Intake;
import dev.tidings.intake.Outcome;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well summaries tell allies from rivals, by pairs of which it is known how they stood.
 *
 * @param auc how often an ally is warmer than a rival, of those that have a score; a tie is half.
 *     0.5 is chance
 * @param aucOfAll the same of all that are known, those without a score as 0
 * @param allies how many of them have a score
 * @param rivals how many of them have a score
 */
record KnownPairs(
    double auc, double aucOfAll, int allies, int rivals, Extreme coldest, Extreme warmest) {

  private static final int EXTREME = 30;
  private static final int FEW = 5;

  enum Stood {
    ALLY,
    RIVAL
  }

  /** Of the first in a list, how many are known as what, and how many rest on under 5 updates. */
  record Extreme(long rivals, long allies, long few) {

    private static Extreme of(List<Summary> sorted, Map<Relationship, Stood> known) {
      List<Summary> first = sorted.stream().limit(EXTREME).toList();
      return new Extreme(
          first.stream().filter(s -> known.get(s.relationship()) == Stood.RIVAL).count(),
          first.stream().filter(s -> known.get(s.relationship()) == Stood.ALLY).count(),
          first.stream().filter(s -> s.climate().updates() < FEW).count());
    }
  }

  static KnownPairs of(Collection<Summary> summaries, Map<Relationship, Stood> known) {
    List<Summary> scored =
        summaries.stream()
            .filter(summary -> summary.climate().score() != null)
            .sorted(comparing(KnownPairs::score).thenComparing(Summary::relationship))
            .toList();
    Map<Relationship, BigDecimal> scores =
        scored.stream().collect(Collectors.toMap(Summary::relationship, KnownPairs::score));
    List<BigDecimal> allies = scores(Stood.ALLY, scores, known);
    List<BigDecimal> rivals = scores(Stood.RIVAL, scores, known);
    List<Summary> warmest =
        scored.stream()
            .sorted(
                Comparator.comparing(KnownPairs::score)
                    .reversed()
                    .thenComparing(Summary::relationship))
            .toList();
    return new KnownPairs(
        auc(allies, rivals),
        auc(padded(allies, Stood.ALLY, known), padded(rivals, Stood.RIVAL, known)),
        allies.size(),
        rivals.size(),
        Extreme.of(scored, known),
        Extreme.of(warmest, known));
  }

  private static double auc(List<BigDecimal> allies, List<BigDecimal> rivals) {
    double right = 0;
    for (BigDecimal ally : allies) {
      for (BigDecimal rival : rivals) {
        right += (1 + Integer.signum(ally.compareTo(rival))) / 2.0;
      }
    }
    return right / allies.size() / rivals.size();
  }

  private static List<BigDecimal> scores(
      Stood stood, Map<Relationship, BigDecimal> scores, Map<Relationship, Stood> known) {
    return scores.entrySet().stream()
        .filter(score -> known.get(score.getKey()) == stood)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<BigDecimal> padded(
      List<BigDecimal> scores, Stood stood, Map<Relationship, Stood> known) {
    long all = known.values().stream().filter(stood::equals).count();
    return Stream.concat(scores.stream(), Stream.generate(() -> BigDecimal.ZERO))
        .limit(all)
        .toList();
  }

  private static BigDecimal score(Summary summary) {
    return Objects.requireNonNull(summary.climate().score());
  }

  /** The summaries of all pairs of an input on a day, as they are known when it has been read. */
  static List<Summary> summaries(Input input, LocalDate day) throws IOException {
    Map<Relationship, RelationshipState> states = new TreeMap<>();
    Clock clock = Clock.systemUTC();
    try (InputStream raw = input.opener().open();
        InputStream in = Input.unpacked(raw)) {
      Intake intake = Intake.of(in, input.format(), clock);
      for (InputLine line = intake.next(); line != null; line = intake.next()) {
        if (line.outcome() instanceof Outcome.Accepted accepted) {
          for (RelationshipUpdate update : accepted.updates()) {
            states.computeIfAbsent(update.relationship(), RelationshipState::new).add(update);
          }
        }
      }
    }
    Instant now = clock.instant();
    return states.values().stream().map(state -> state.summary(day, now)).toList();
  }

  /** Lines of a pair, a tab, and {@code ally} or {@code rival}; those with a {@code #} are not. */
  static Map<Relationship, Stood> known(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .collect(
            Collectors.toMap(
                cells -> Relationship.parse(cells[0]),
                cells -> Stood.valueOf(cells[1].strip().toUpperCase(Locale.ROOT))));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "AUC %.3f (%d allies and %d rivals with a score), %.3f of all known pairs%n"
            + "coldest 30: %d rivals, %d allies, %d with under five updates%n"
            + "warmest 30: %d allies, %d rivals, %d with under five updates",
        auc,
        allies,
        rivals,
        aucOfAll,
        coldest.rivals,
        coldest.allies,
        coldest.few,
        warmest.allies,
        warmest.rivals,
        warmest.few);
  }

  /** Prints the table, and how the pairs that are named read. */
  public static void main(String[] args) throws IOException {
    if (args.length < 4) {
      System.err.println("Usage: docs/known-pairs FILE FORMAT DAY KNOWN [PAIR...]");
      System.err.println("  FILE    what publish takes");
      System.err.println("  FORMAT  jsonl, csv, gdelt, icews or quads");
      System.err.println("  DAY     the day to judge by, as in 2018-10-31");
      System.err.println("  KNOWN   lines of a pair, a tab, and ally or rival");
      System.err.println("  PAIR    pairs whose summaries are printed");
      System.exit(2);
    }
    Input input = Input.file(Path.of(args[0]), Format.parse(args[1]));
    LocalDate day = LocalDate.parse(args[2]);
    Map<Relationship, Stood> known = known(Files.readAllLines(Path.of(args[3])));
    List<Summary> summaries = summaries(input, day);
    System.out.println(of(summaries, known));
    for (String pair : List.of(args).subList(4, args.length)) {
      summaries.stream()
          .filter(summary -> summary.relationship().key().equals(pair))
          .forEach(summary -> System.out.println(text(summary, known.get(summary.relationship()))));
    }
  }

  private static String text(Summary summary, @Nullable Stood stood) {
    Function<@Nullable Object, String> shown = value -> value == null ? "-" : value.toString();
    return String.format(
        Locale.ROOT,
        "%n%s %s%s%n  %s",
        shown.apply(summary.climate().score()),
        summary.headline(),
        stood == null ? "" : " [" + stood + "]",
        summary.text().stream().map(Sentence::sentence).collect(Collectors.joining(" ")));
  }
}
