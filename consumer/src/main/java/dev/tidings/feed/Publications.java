package dev.tidings.feed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Publications by their number, which is that of their coming, and in the order in which they were
 * issued. One thread adds, any thread asks, and the one that adds waits for nobody.
 *
 * <p>They are put in order when somebody asks: those that come as they are issued are in order
 * already, and a topic that is read before another is not sorted again at each record.
 */
final class Publications {

  /**
   * All that had come by some instant.
   *
   * @param byNumber may be longer than what had come
   * @param inOrder their numbers, the earliest issued first
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Ordered(Publication[] byNumber, int[] inOrder) {

    int size() {
      return inOrder.length;
    }

    int number(int place) {
      return inOrder[place];
    }

    Publication at(int place) {
      return byNumber[inOrder[place]];
    }

    /** The last place before a publication, -1 if there is none; the very last when absent. */
    int before(@Nullable Publication one) {
      if (one == null) {
        return inOrder.length - 1;
      }
      int low = 0;
      int high = inOrder.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (at(middle).compareTo(one) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low - 1;
    }
  }

  private volatile Publication[] byNumber = new Publication[16];
  private volatile int size;
  private int[] inOrder = {};

  /** Adds one, and gives its number. */
  int add(Publication one) {
    int number = size;
    if (number == byNumber.length) {
      byNumber = Arrays.copyOf(byNumber, number + number / 2);
    }
    byNumber[number] = one;
    size = number + 1;
    return number;
  }

  /** All of them; those that come later change nothing of it. */
  synchronized Ordered ordered() {
    // The size first: whoever adds puts an entry into its place before it counts it.
    int count = size;
    Publication[] all = byNumber;
    if (inOrder.length < count) {
      inOrder = merged(all, inOrder, sorted(all, inOrder.length, count));
    }
    return new Ordered(all, inOrder);
  }

  private static int[] sorted(Publication[] all, int from, int to) {
    List<Integer> numbers =
        IntStream.range(from, to)
            .boxed()
            .sorted(Comparator.comparing(number -> all[number]))
            .toList();
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] merged(Publication[] all, int[] some, int[] more) {
    int[] merged = new int[some.length + more.length];
    int i = some.length - 1;
    int j = more.length - 1;
    for (int place = merged.length - 1; place >= 0; place--) {
      boolean isLater = j < 0 || (i >= 0 && all[some[i]].compareTo(all[more[j]]) > 0);
      merged[place] = isLater ? some[i--] : more[j--];
    }
    return merged;
  }
}
