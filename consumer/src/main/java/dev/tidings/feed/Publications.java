package dev.tidings.feed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Publications by their number, which is that of their coming, and in the order in which they were
 * issued. One thread adds, any thread asks.
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

  private Publication[] byNumber = new Publication[16];
  private int size;
  private int[] inOrder = {};

  /** Adds one, and gives its number. */
  synchronized int add(Publication one) {
    if (size == byNumber.length) {
      byNumber = Arrays.copyOf(byNumber, size + size / 2);
    }
    byNumber[size] = one;
    return size++;
  }

  /** All of them; those that come later change nothing of it. */
  synchronized Ordered ordered() {
    if (inOrder.length < size) {
      inOrder = merged(inOrder, sorted(inOrder.length, size));
    }
    return new Ordered(byNumber, inOrder);
  }

  private int[] sorted(int from, int to) {
    List<Integer> numbers =
        IntStream.range(from, to)
            .boxed()
            .sorted(Comparator.comparing(number -> byNumber[number]))
            .toList();
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] merged(int[] some, int[] more) {
    int[] all = new int[some.length + more.length];
    int i = some.length - 1;
    int j = more.length - 1;
    for (int place = all.length - 1; place >= 0; place--) {
      boolean isLater = j < 0 || (i >= 0 && byNumber[some[i]].compareTo(byNumber[more[j]]) > 0);
      all[place] = isLater ? some[i--] : more[j--];
    }
    return all;
  }
}
