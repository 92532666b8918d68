package dev.tidings.relationship.climate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.climate.Weights.Sum;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Currents;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.update.Mode;
import dev.tidings.update.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The weights of what happened beside a list of it. */
class WeightsTest {

  private static final LocalDate START = LocalDate.parse("2023-11-01");
  private static final int DAYS = 400;
  private static final List<Mode> MODES = List.of(Mode.values());
  private static final List<String> SECTORS = List.of("", "GOV", "CVL");

  @Test
  void answerAsAListDoes() {
    Random random = new Random(11);
    Weights weights = Weights.none(new StepCount());
    List<Current> list = new ArrayList<>();
    List<String> differences = new ArrayList<>();

    for (int i = 0; i < 3_000; i++) {
      if (!list.isEmpty() && random.nextInt(3) == 0) {
        weights = weights.minus(list.remove(random.nextInt(list.size())));
      } else {
        list.add(current(i, random));
        weights = weights.plus(list.get(list.size() - 1));
      }
      LocalDate day = START.plusDays(random.nextInt(DAYS));
      LocalDate other = day.minusDays(random.nextInt(DAYS));
      compare(differences, day + " up to", weights.upTo(day), sum(list, day));
      compare(
          differences,
          other + " to " + day,
          weights.between(other, day),
          sum(list, day).minus(sum(list, other)));
      compare(differences, day + " last", weights.lastDay(day), lastDay(list, day));
    }

    assertThat(differences).isEmpty();
  }

  private static Optional<LocalDate> lastDay(List<Current> list, LocalDate until) {
    return list.stream()
        .filter(current -> current.isBy(until) && current.update().isBetweenStates())
        .map(Current::earliest)
        .max(Comparator.naturalOrder());
  }

  private static Sum sum(List<Current> list, LocalDate day) {
    return days(list, day).values().stream().reduce(Sum.ZERO, Sum::plus);
  }

  /** Each day's sum on its own: the square root of the number of its updates counts. */
  private static Map<LocalDate, Sum> days(List<Current> list, LocalDate until) {
    Map<LocalDate, List<Current>> days =
        list.stream()
            .filter(current -> current.isBy(until) && current.update().isBetweenStates())
            .collect(Collectors.groupingBy(Current::earliest));
    Map<LocalDate, Sum> sums = new TreeMap<>();
    days.forEach(
        (day, of) -> {
          long tenths = of.stream().mapToLong(c -> c.update().mode().weightTenths()).sum();
          double root = Math.sqrt(of.size());
          long evidence = Math.round(of.stream().mapToLong(WeightsTest::thousandths).sum() / root);
          long pull = Math.round(of.stream().mapToLong(c -> thousandths(c) * felt(c)).sum() / root);
          long number = day.toEpochDay();
          sums.put(
              day, new Sum(of.size(), tenths, evidence, pull, evidence * number, pull * number));
        });
    return sums;
  }

  private static long thousandths(Current current) {
    return current.update().standing() == Standing.CONFIRMED ? 3_000 : current.reports();
  }

  private static int felt(Current current) {
    int weight = current.update().mode().weightTenths();
    return weight < 0 ? 2 * weight : weight;
  }

  private static Current current(int number, Random random) {
    UpdateFixture update =
        UpdateFixture.update("u" + number)
            .mode(MODES.get(random.nextInt(MODES.size())))
            .sectors(SECTORS.get(random.nextInt(SECTORS.size())), "")
            .occurred(START.plusDays(random.nextInt(DAYS)).toString());
    if (random.nextBoolean()) {
      update.reported();
    }
    return Currents.of(update.get(), 125 * (1 + random.nextInt(24)));
  }

  private static void compare(List<String> into, String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      into.add(what + ": " + found + "; expected " + expected);
    }
  }
}
