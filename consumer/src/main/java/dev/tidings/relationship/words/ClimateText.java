package dev.tidings.relationship.words;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.climate.ClimateFold;
import dev.tidings.relationship.climate.Weights;
import dev.tidings.relationship.edition.Current;
import dev.tidings.summary.Climate;
import dev.tidings.summary.Limits;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.Trend;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Standing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The climate in words, and the updates that bear them out: a part of headline and text. */
final class ClimateText {

  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /** So many updates, or fewer, are a thin basis: the sentence names it. */
  private static final int FEW = 5;

  /** How far back the updates are looked for that bear a temperature out. */
  private static final int MOST_LOOKED_AT = 50;

  private final Relationship relationship;
  private final LocalDate asOf;
  private final Climate climate;
  private final Weights weights;

  /** Looked up when it is first asked for. */
  private @Nullable List<Current> counted;

  /**
   * Of a climate.
   *
   * @param weights what weighs in it, or once did
   */
  ClimateText(Relationship relationship, LocalDate asOf, Climate climate, Weights weights) {
    this.relationship = relationship;
    this.asOf = asOf;
    this.climate = climate;
    this.weights = weights;
  }

  Climate climate() {
    return climate;
  }

  /** For a headline, such as {@code hostile and cooling} or {@code quiet since 1955}. */
  String temper() {
    Temperature temperature = climate.temperature();
    if (temperature != null) {
      Trend trend = climate.trend();
      return temperature.word() + (trend == null ? "" : " and " + trend.word());
    }
    if (climate.quietSince() == null) {
      return "nothing known between the two states";
    }
    return isThin()
        ? "only " + number() + ", " + period()
        : "quiet since " + since(climate.quietSince());
  }

  List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    Temperature temperature = climate.temperature();
    LocalDate last = climate.quietSince();
    if (temperature != null) {
      sentences.add(warmth(temperature));
      trend().ifPresent(sentences::add);
    } else if (last == null) {
      sentences.add(new Sentence("Nothing that the two states did is on record.", List.of()));
    } else if (isThin()) {
      sentences.add(
          new Sentence(
              String.format(
                  Locale.ROOT,
                  "Too little is known to call relations between %s warm or cold: %s.",
                  names(),
                  basis()),
              uris(counted())));
    } else {
      sentences.add(
          new Sentence(
              String.format(
                  Locale.ROOT,
                  "It has been quiet between %s since %s: no later act of either state is on record.",
                  names(),
                  since(last)),
              uris(weights.lastUpTo(asOf, 1))));
    }
    return sentences;
  }

  private Sentence warmth(Temperature temperature) {
    String relations = "elations between " + names() + " are " + temperature.word() + ".";
    return new Sentence(
        climate.updates() <= FEW
            ? "Going by " + basis() + ", r" + relations
            : isReported() ? "Going by unconfirmed reports, r" + relations : "R" + relations,
        uris(bearing(temperature)));
  }

  /** The updates of both years, some of each. */
  private Optional<Sentence> trend() {
    Trend trend = climate.trend();
    if (trend != Trend.WARMING && trend != Trend.COOLING) {
      return Optional.empty();
    }
    Map<Boolean, List<String>> years =
        counted().stream()
            .collect(
                partitioningBy(
                    update -> ClimateFold.isOfLastYear(update.earliest(), asOf),
                    mapping(Current::uri, toList())));
    return Optional.of(
        new Sentence(
            String.format(
                Locale.ROOT,
                "The last twelve months were %s than the twelve before.",
                trend == Trend.WARMING ? "warmer" : "colder"),
            Stream.of(true, false)
                .flatMap(last -> years.getOrDefault(last, List.of()).stream().limit(FEW))
                .toList()));
  }

  /** Those that make it cold, where it is cold; those that make it warm, where it is warm. */
  private List<Current> bearing(Temperature temperature) {
    if (climate.updates() <= FEW) {
      return counted();
    }
    List<Current> bearing =
        counted().stream().filter(update -> bears(update, temperature)).toList();
    return bearing.isEmpty() ? counted() : bearing;
  }

  private static boolean bears(Current update, Temperature temperature) {
    return switch (temperature) {
      case FRIENDLY, CORDIAL -> update.mode().weightTenths() > 0;
      case MIXED -> true;
      case STRAINED, HOSTILE -> update.mode().weightTenths() < 0;
    };
  }

  /** Of the last that weigh, the ones that still do. */
  private List<Current> counted() {
    if (counted == null) {
      counted =
          weights.lastUpTo(asOf, MOST_LOOKED_AT).stream()
              .filter(update -> ClimateFold.counts(update.earliest(), asOf))
              .toList();
    }
    return counted;
  }

  /** Such as {@code two reports in October 2018}. */
  private String basis() {
    return number() + " " + period();
  }

  private String number() {
    int number = climate.updates();
    return (number < NUMBERS.size() ? NUMBERS.get(number) : "" + number)
        + (isReported() ? " report" : " update")
        + (number == 1 ? "" : "s");
  }

  /** Whether no desk has confirmed any of it. */
  private boolean isReported() {
    return counted().stream().allMatch(update -> update.standing() == Standing.REPORTED);
  }

  private String period() {
    List<EdtfDate> dates =
        counted().stream()
            .map(Current::occurred)
            .sorted(Comparator.comparing(EdtfDate::earliest))
            .toList();
    EdtfDate first = dates.get(0);
    EdtfDate last = dates.get(dates.size() - 1);
    if (dates.stream().allMatch(ClimateText::isOfOneMonth)) {
      YearMonth from = YearMonth.from(first.earliest());
      YearMonth to = YearMonth.from(last.earliest());
      if (from.equals(to)) {
        return "in " + inWords(from);
      }
      String start = inWords(from);
      // From August to October 2018.
      return "from "
          + (from.getYear() == to.getYear() ? start.substring(0, start.lastIndexOf(' ')) : start)
          + " to "
          + inWords(to);
    }
    int from = first.earliest().getYear();
    int to = last.earliest().getYear();
    return from == to ? "in " + from : "from " + from + " to " + to;
  }

  /** As exactly as the last update says when it was. */
  private String since(LocalDate last) {
    return weights.lastUpTo(asOf, 1).stream()
        .findFirst()
        .map(Current::occurred)
        .filter(occurred -> occurred.earliest().equals(last) && isOfOneMonth(occurred))
        .map(occurred -> inWords(YearMonth.from(last)))
        .orElse("" + last.getYear());
  }

  /** Whether there is something, and so little that it can be named. */
  private boolean isThin() {
    return climate.updates() > 0 && climate.updates() <= FEW;
  }

  private static boolean isOfOneMonth(EdtfDate date) {
    return YearMonth.from(date.earliest()).equals(YearMonth.from(date.latest()));
  }

  private static String inWords(YearMonth month) {
    return EdtfDate.parse(month.toString()).inWords();
  }

  private String names() {
    return relationship.first().nameInSentence() + " and " + relationship.second().nameInSentence();
  }

  private static List<String> uris(List<Current> updates) {
    return updates.stream().map(Current::uri).limit(Limits.MOST_LISTED).toList();
  }
}
