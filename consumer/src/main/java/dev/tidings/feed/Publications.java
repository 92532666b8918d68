package dev.tidings.feed;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.IssuedEdition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Publications by their number, which is that of their coming, and in the order in which they were
 * issued. One thread adds, any thread asks, and the one that adds waits for nobody.
 *
 * <p>Of each there is the edition that the fold holds all the same, and no text. They are put in
 * order when somebody asks: those that come as they are issued are in order already, and a topic
 * that is read before another is not sorted again at each record.
 */
final class Publications {

  /**
   * By number; there may be room behind the last one.
   *
   * @param pairs the relationship of each edition
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Come(IssuedEdition[] editions, int[] pairs) {

    Come longer() {
      int length = editions.length + editions.length / 4;
      return new Come(Arrays.copyOf(editions, length), Arrays.copyOf(pairs, length));
    }

    Publication at(int number) {
      IssuedEdition edition = editions[number];
      return new Publication(edition.created(), relationship(number), edition.uri());
    }

    Relationship relationship(int number) {
      return PairNumbers.relationship(pairs[number]);
    }

    /** As {@link Publication} compares, and without its text as long as that will do. */
    int compare(int one, int other) {
      int order = editions[one].created().compareTo(editions[other].created());
      order = order == 0 ? Integer.compare(pairs[one], pairs[other]) : order;
      return order == 0 ? editions[one].uri().compareTo(editions[other].uri()) : order;
    }
  }

  /**
   * All that had come by some instant.
   *
   * @param inOrder their numbers, the earliest issued first
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Ordered(Come come, int[] inOrder) {

    int size() {
      return inOrder.length;
    }

    int number(int place) {
      return inOrder[place];
    }

    Relationship relationship(int place) {
      return come.relationship(inOrder[place]);
    }

    Publication at(int place) {
      return come.at(inOrder[place]);
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

  private volatile Come come = new Come(new IssuedEdition[16], new int[16]);
  private volatile int size;
  private int[] inOrder = {};

  /** Adds one, and gives its number. */
  int add(IssuedEdition edition, Relationship relationship) {
    int number = size;
    if (number == come.editions.length) {
      come = come.longer();
    }
    come.editions[number] = edition;
    come.pairs[number] = PairNumbers.of(relationship);
    size = number + 1;
    return number;
  }

  /** All of them; those that come later change nothing of it. */
  synchronized Ordered ordered() {
    // The size first: whoever adds puts an entry into its place before it counts it.
    int count = size;
    Come all = come;
    if (inOrder.length < count) {
      inOrder = merged(all, inOrder, sorted(all, inOrder.length, count));
    }
    return new Ordered(all, inOrder);
  }

  private static int[] sorted(Come all, int from, int to) {
    List<Integer> numbers = IntStream.range(from, to).boxed().sorted(all::compare).toList();
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] merged(Come all, int[] some, int[] more) {
    int[] merged = new int[some.length + more.length];
    int i = some.length - 1;
    int j = more.length - 1;
    for (int place = merged.length - 1; place >= 0; place--) {
      boolean isLater = j < 0 || (i >= 0 && all.compare(some[i], more[j]) > 0);
      merged[place] = isLater ? some[i--] : more[j--];
    }
    return merged;
  }
}
