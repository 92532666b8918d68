package dev.tidings.relationship;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Updates in the order of the timeline, with sums over any part of it.
 *
 * <p>An immutable treap whose priorities come from the uris, so that the same updates give the same
 * tree. Adding, removing and each question take a number of steps that grows with the logarithm of
 * the size.
 */
final class Timeline {

  static final Timeline EMPTY = new Timeline(null);

  /**
   * How many updates, how many of them weigh in the climate, and the sum of their weights in
   * tenths. Claims do not weigh.
   */
  record Sum(int updates, int weighed, long tenths) {

    static final Sum ZERO = new Sum(0, 0, 0);

    Sum plus(Sum other) {
      return new Sum(updates + other.updates, weighed + other.weighed, tenths + other.tenths);
    }

    Sum minus(Sum other) {
      return new Sum(updates - other.updates, weighed - other.weighed, tenths - other.tenths);
    }
  }

  private final @Nullable Node root;

  private Timeline(@Nullable Node root) {
    this.root = root;
  }

  boolean isEmpty() {
    return root == null;
  }

  Timeline plus(Current update) {
    return new Timeline(insert(root, new Node(update, priorityOf(update), null, null)));
  }

  Timeline minus(Current update) {
    return new Timeline(remove(root, update));
  }

  /** The sum over all that began on this day or before. */
  Sum upTo(LocalDate day) {
    Sum sum = Sum.ZERO;
    Node node = root;
    while (node != null) {
      if (node.update.earliest().isAfter(day)) {
        node = node.left;
      } else {
        sum = sum.plus(sumOf(node.left)).plus(own(node.update));
        node = node.right;
      }
    }
    return sum;
  }

  /** The last that began on this day or before. */
  Optional<Current> lastUpTo(LocalDate day) {
    Current last = null;
    Node node = root;
    while (node != null) {
      if (node.update.earliest().isAfter(day)) {
        node = node.left;
      } else {
        last = node.update;
        node = node.right;
      }
    }
    return Optional.ofNullable(last);
  }

  Optional<Current> first() {
    Node node = root;
    while (node != null && node.left != null) {
      node = node.left;
    }
    return node == null ? Optional.empty() : Optional.of(node.update);
  }

  /** The last ones that began on this day or before, the latest first. */
  List<Current> lastUpTo(LocalDate day, int most) {
    List<Current> last = new ArrayList<>();
    collectBackwards(root, day, most, last);
    return last;
  }

  /** All that began on this day or before, in order. */
  List<Current> allUpTo(LocalDate day) {
    List<Current> all = new ArrayList<>();
    collect(root, day, all);
    return all;
  }

  private static void collectBackwards(
      @Nullable Node node, LocalDate day, int most, List<Current> into) {
    if (node == null || into.size() >= most) {
      return;
    }
    boolean counts = !node.update.earliest().isAfter(day);
    if (counts) {
      collectBackwards(node.right, day, most, into);
      if (into.size() < most) {
        into.add(node.update);
      }
    }
    collectBackwards(node.left, day, most, into);
  }

  private static void collect(@Nullable Node node, LocalDate day, List<Current> into) {
    if (node == null) {
      return;
    }
    collect(node.left, day, into);
    if (!node.update.earliest().isAfter(day)) {
      into.add(node.update);
      collect(node.right, day, into);
    }
  }

  private static Node insert(@Nullable Node node, Node added) {
    if (node == null) {
      return added;
    }
    int order = Current.TIMELINE.compare(added.update, node.update);
    if (order == 0) {
      throw new IllegalStateException(added.update.uri() + " is on the timeline already");
    }
    if (added.priority > node.priority) {
      return added.over(before(node, added.update), after(node, added.update));
    }
    return order < 0
        ? node.over(insert(node.left, added), node.right)
        : node.over(node.left, insert(node.right, added));
  }

  private static @Nullable Node before(@Nullable Node node, Current limit) {
    if (node == null) {
      return null;
    }
    return Current.TIMELINE.compare(node.update, limit) < 0
        ? node.over(node.left, before(node.right, limit))
        : before(node.left, limit);
  }

  private static @Nullable Node after(@Nullable Node node, Current limit) {
    if (node == null) {
      return null;
    }
    return Current.TIMELINE.compare(node.update, limit) > 0
        ? node.over(after(node.left, limit), node.right)
        : after(node.right, limit);
  }

  private static @Nullable Node remove(@Nullable Node node, Current update) {
    Node here = Objects.requireNonNull(node, () -> update.uri() + " is not on the timeline");
    int order = Current.TIMELINE.compare(update, here.update);
    if (order == 0) {
      return join(here.left, here.right);
    }
    return order < 0
        ? here.over(remove(here.left, update), here.right)
        : here.over(here.left, remove(here.right, update));
  }

  private static @Nullable Node join(@Nullable Node left, @Nullable Node right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    return left.priority > right.priority
        ? left.over(left.left, join(left.right, right))
        : right.over(join(left, right.left), right.right);
  }

  private static Sum sumOf(@Nullable Node node) {
    return node == null ? Sum.ZERO : node.sum;
  }

  private static Sum own(Current current) {
    return current.isClaimed()
        ? new Sum(1, 0, 0)
        : new Sum(1, 1, current.update().mode().weightTenths());
  }

  /**
   * From the uri alone, and by SHA-256: nobody can choose uris that make the tree deep, as with
   * hash codes, of which thousands of strings can have the same.
   */
  private static long priorityOf(Current update) {
    try {
      byte[] uri = update.uri().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(uri)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static final class Node {
    final Current update;
    final long priority;
    final @Nullable Node left;
    final @Nullable Node right;
    final Sum sum;

    Node(Current update, long priority, @Nullable Node left, @Nullable Node right) {
      this.update = update;
      this.priority = priority;
      this.left = left;
      this.right = right;
      this.sum = sumOf(left).plus(own(update)).plus(sumOf(right));
    }

    /** The same update above others. */
    Node over(@Nullable Node newLeft, @Nullable Node newRight) {
      return new Node(update, priority, newLeft, newRight);
    }
  }
}
