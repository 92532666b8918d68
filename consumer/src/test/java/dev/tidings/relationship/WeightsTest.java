package dev.tidings.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.Weights.Sum;
import dev.tidings.update.Mode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The weights of what happened beside a list of it. */
class WeightsTest {

  private static final LocalDate START = LocalDate.parse("2023-11-01");
  private static final int DAYS = 400;
  private static final List<Mode> MODES = List.of(Mode.values());

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
      compare(differences, day + " by age", weights.byAge(day, 50), byAge(list, day));
      compare(differences, day + " sum", weights.upTo(day), sum(list, day));
    }

    assertThat(differences).isEmpty();
  }

  private static Map<Integer, Sum> byAge(List<Current> list, LocalDate day) {
    Map<Integer, Sum> ages = new TreeMap<>();
    for (Current current : list) {
      if (current.isBy(day)) {
        ages.merge(NaiveFold.wholeMonths(current.earliest(), day), weight(current), Sum::plus);
      }
    }
    return ages;
  }

  private static Sum sum(List<Current> list, LocalDate day) {
    return list.stream()
        .filter(current -> current.isBy(day))
        .map(WeightsTest::weight)
        .reduce(Sum.ZERO, Sum::plus);
  }

  private static Sum weight(Current current) {
    return new Sum(1, current.update().mode().weightTenths());
  }

  private static Current current(int number, Random random) {
    UpdateFixture update =
        UpdateFixture.update("u" + number)
            .mode(MODES.get(random.nextInt(MODES.size())))
            .occurred(START.plusDays(random.nextInt(DAYS)).toString());
    return new Current(update.get(), Sourcing.NONE, false, null);
  }

  private static void compare(List<String> into, String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      into.add(what + ": " + found + "; expected " + expected);
    }
  }
}
