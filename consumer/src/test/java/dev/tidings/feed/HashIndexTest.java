package dev.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashIndexTest {

  private static final int MANY = 5_000;

  private final HashIndex index = new HashIndex();

  @Test
  void findsTheNumberOfEachTextHoweverOftenItGrew() {
    addAll();

    assertThat(IntStream.range(0, MANY).filter(i -> !isFound(i))).isEmpty();
    assertThat(index.find(index.hash("text of nothing"))).isEmpty();
  }

  @Test
  void findsAllNumbersOfOneHashAndThoseOfTheNextOne() {
    for (int number = 0; number < 3; number++) {
      index.add(-1, number);
      index.add(-2, 10 + number);
    }

    assertThat(index.find(-1)).containsExactly(0, 1, 2);
    assertThat(index.find(-2)).containsExactlyInAnyOrder(10, 11, 12);
    assertThat(index.find(-3)).isEmpty();
  }

  @Test
  void findsTheNumberThatTookThePlaceOfAnother() {
    index.add(7, 0);
    index.add(7, 1);

    index.replace(7, 0, 2);

    assertThat(index.find(7)).containsExactly(2, 1);
  }

  @Test
  void hashesATextOtherwiseThanAnotherIndexDoes() {
    HashIndex other = new HashIndex();

    assertThat(IntStream.range(0, 100).filter(i -> index.hash("" + i) == other.hash("" + i)))
        .hasSizeLessThan(3);
  }

  @Test
  void findsWhatWasAddedBeforeWhileItGrows() {
    AtomicInteger added = new AtomicInteger();
    CompletableFuture<List<Integer>> lost =
        CompletableFuture.supplyAsync(
            () -> {
              List<Integer> missed = new ArrayList<>();
              while (added.get() < MANY) {
                int number = added.get() - 1;
                if (number >= 0 && !isFound(number)) {
                  missed.add(number);
                }
              }
              return missed;
            });
    for (int i = 0; i < MANY; i++) {
      index.add(index.hash("text " + i), i);
      added.set(i + 1);
    }

    assertThat(lost.join()).isEmpty();
  }

  private void addAll() {
    for (int i = 0; i < MANY; i++) {
      index.add(index.hash("text " + i), i);
    }
  }

  private boolean isFound(int number) {
    return index.find(index.hash("text " + number)).anyMatch(found -> found == number);
  }
}
