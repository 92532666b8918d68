package dev.tidings.relationship;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted set that knows what each part of it amounts to.
 *
 * <p>A B+ tree: the elements stand in leaves of up to 32, and a branch has up to 32 parts. Adding,
 * removing and each question take a number of steps that grows with the logarithm of the size. A
 * change copies one way down and shares the rest with the set before it. The set takes about seven
 * bytes for each element.
 *
 * @param <E> an element; no two of one set compare as equal
 * @param <A> what a part of the set amounts to
 */
final class SortedTree<E, A> {

  /** How elements are sorted, what one amounts to, and how amounts are put together. */
  interface Shape<E, A> extends Comparator<E> {

    /** Names an element in a message. */
    String name(E element);

    A of(E element);

    /** Whichever comes first makes no difference. */
    A plus(A one, A other);
  }

  /** Of sets whose parts amount to their sizes. */
  interface Sized<E> extends Shape<E, Integer> {

    @Override
    default Integer of(E element) {
      return 1;
    }

    @Override
    default Integer plus(Integer one, Integer other) {
      return one + other;
    }
  }

  /**
   * What to look for, from the last element to the first.
   *
   * @param within false of an element that lies behind the end, and so of all that follow it
   * @param mayHold whether a part that amounts to this may hold something wanted
   */
  record Search<E, A>(Predicate<E> within, Predicate<A> mayHold, Predicate<E> wanted, int most) {}

  /** Elements in a leaf, or parts of a branch. */
  private static final int MOST = 32;

  /** What has fewer is put together with its neighbour. */
  private static final int LEAST = 8;

  /**
   * A part of the tree, never empty.
   *
   * @param items elements of a leaf, nodes of a branch; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Node<E, A>(boolean isLeaf, Object[] items, E first, A amount) {

    int size() {
      return items.length;
    }

    @SuppressWarnings("unchecked") // A leaf has elements alone.
    E element(int place) {
      return (E) items[place];
    }

    @SuppressWarnings("unchecked") // A branch has nodes alone.
    Node<E, A> part(int place) {
      return (Node<E, A>) items[place];
    }

    E firstOf(int place) {
      return isLeaf ? element(place) : part(place).first;
    }
  }

  private final Shape<E, A> shape;
  private final StepCount steps;
  private final @Nullable Node<E, A> root;

  private SortedTree(Shape<E, A> shape, StepCount steps, @Nullable Node<E, A> root) {
    this.shape = shape;
    this.steps = steps;
    this.root = root;
  }

  static <E, A> SortedTree<E, A> empty(Shape<E, A> shape, StepCount steps) {
    return new SortedTree<>(shape, steps, null);
  }

  boolean isEmpty() {
    return root == null;
  }

  /**
   * With one more element.
   *
   * @throws IllegalStateException when one that compares as equal is there
   */
  SortedTree<E, A> plus(E element) {
    if (root == null) {
      return with(node(true, new Object[] {element}));
    }
    Node<E, A> grown = insert(root, element);
    return with(grown.size() > MOST ? node(false, halves(grown, isLast(grown, element))) : grown);
  }

  /** With an element, in the place of one that compares as equal if there is one. */
  SortedTree<E, A> put(E element) {
    Node<E, A> put = root == null ? null : replace(root, element);
    return put == null ? plus(element) : with(put);
  }

  /**
   * Without an element.
   *
   * @throws IllegalStateException when none that compares as equal is there
   */
  SortedTree<E, A> minus(E element) {
    Node<E, A> left = root == null ? missing(element) : remove(root, element);
    while (left != null && !left.isLeaf && left.size() == 1) {
      left = left.part(0);
    }
    return with(left);
  }

  /** All elements in order. */
  List<E> all() {
    List<E> all =
        last(new Search<>(element -> true, amount -> true, element -> true, Integer.MAX_VALUE));
    Collections.reverse(all);
    return all;
  }

  /** What all of it amounts to; nothing of an empty set. */
  Optional<A> total() {
    return root == null ? Optional.empty() : Optional.of(root.amount);
  }

  /**
   * What its beginning amounts to.
   *
   * @param within true of the elements up to the end, false of those behind it
   */
  A upTo(Predicate<E> within, A nothing) {
    A amount = nothing;
    Node<E, A> node = root;
    while (node != null) {
      int end = end(node, within);
      // All parts of a branch are within but, perhaps, the end of the last that begins so.
      int whole = node.isLeaf ? end : end - 1;
      for (int i = 0; i < whole; i++) {
        steps.one();
        amount = shape.plus(amount, amount(node.isLeaf, node.items[i]));
      }
      node = node.isLeaf || end == 0 ? null : node.part(end - 1);
    }
    return amount;
  }

  /** The last element up to an end. */
  Optional<E> last(Predicate<E> within) {
    Node<E, A> node = root;
    while (node != null) {
      int end = end(node, within);
      if (end == 0) {
        return Optional.empty();
      }
      if (node.isLeaf) {
        return Optional.of(node.element(end - 1));
      }
      node = node.part(end - 1);
    }
    return Optional.empty();
  }

  /** The first element behind an end. */
  Optional<E> firstBehind(Predicate<E> within) {
    E first = null;
    Node<E, A> node = root;
    while (node != null) {
      int end = end(node, within);
      first = end < node.size() ? node.firstOf(end) : first;
      node = node.isLeaf || end == 0 ? null : node.part(end - 1);
    }
    return Optional.ofNullable(first);
  }

  /** What is looked for, the last first. */
  List<E> last(Search<E, A> search) {
    List<E> found = new ArrayList<>();
    if (root != null) {
      collect(root, search, found);
    }
    return found;
  }

  private void collect(Node<E, A> node, Search<E, A> search, List<E> found) {
    steps.one();
    if (!search.mayHold().test(node.amount)) {
      return;
    }
    for (int i = end(node, search.within()) - 1; i >= 0 && found.size() < search.most(); i--) {
      if (!node.isLeaf) {
        collect(node.part(i), search, found);
      } else if (search.wanted().test(node.element(i))) {
        steps.one();
        found.add(node.element(i));
      }
    }
  }

  /** How many of the items begin up to an end. */
  private int end(Node<E, A> node, Predicate<E> within) {
    int low = 0;
    int high = node.size();
    while (low < high) {
      steps.one();
      int middle = (low + high) >>> 1;
      if (within.test(node.firstOf(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private SortedTree<E, A> with(@Nullable Node<E, A> newRoot) {
    return new SortedTree<>(shape, steps, newRoot);
  }

  /** The node with one more element: perhaps one item too large. */
  private Node<E, A> insert(Node<E, A> node, E element) {
    int place = end(node, there -> shape.compare(there, element) <= 0);
    if (node.isLeaf) {
      if (place > 0 && shape.compare(node.element(place - 1), element) == 0) {
        throw new IllegalStateException(shape.name(element) + " is there already");
      }
      return grown(node, replaced(node.items, place, 0, element), element);
    }
    int part = Math.max(0, place - 1);
    Node<E, A> grown = insert(node.part(part), element);
    return grown(
        node,
        grown.size() > MOST
            ? replaced(node.items, part, 1, halves(grown, isLast(grown, element)))
            : replaced(node.items, part, 1, grown),
        element);
  }

  private Node<E, A> grown(Node<E, A> node, Object[] items, E element) {
    return new Node<>(
        node.isLeaf,
        items,
        shape.compare(element, node.first) < 0 ? element : node.first,
        shape.plus(node.amount, shape.of(element)));
  }

  /** The node with an element in the place of its equal; null, when it has none. */
  private @Nullable Node<E, A> replace(Node<E, A> node, E element) {
    int place = end(node, there -> shape.compare(there, element) <= 0) - 1;
    if (place < 0) {
      return null;
    }
    if (node.isLeaf) {
      boolean isThere = shape.compare(node.element(place), element) == 0;
      return isThere ? node(true, replaced(node.items, place, 1, element)) : null;
    }
    Node<E, A> replaced = replace(node.part(place), element);
    return replaced == null ? null : node(false, replaced(node.items, place, 1, replaced));
  }

  private boolean isLast(Node<E, A> node, E element) {
    return node.isLeaf && node.element(node.size() - 1) == element;
  }

  /** The node without an element; null, when nothing is left of it. */
  private @Nullable Node<E, A> remove(Node<E, A> node, E element) {
    int place = end(node, there -> shape.compare(there, element) <= 0) - 1;
    if (place < 0) {
      return missing(element);
    }
    if (node.isLeaf) {
      if (shape.compare(node.element(place), element) != 0) {
        return missing(element);
      }
      return node.size() == 1 ? null : node(true, replaced(node.items, place, 1));
    }
    Node<E, A> left = remove(node.part(place), element);
    if (left == null) {
      return node.size() == 1 ? null : node(false, replaced(node.items, place, 1));
    }
    return left.size() >= LEAST || node.size() == 1
        ? node(false, replaced(node.items, place, 1, left))
        : joined(node, place, left);
  }

  /** A branch with a part that has become small put together with its neighbour. */
  private Node<E, A> joined(Node<E, A> node, int place, Node<E, A> small) {
    int first = place == 0 ? 0 : place - 1;
    Node<E, A> one = place == 0 ? small : node.part(first);
    Node<E, A> other = place == 0 ? node.part(1) : small;
    Node<E, A> both = node(one.isLeaf, replaced(one.items, one.size(), 0, other.items));
    return node(
        false,
        both.size() > MOST
            ? replaced(node.items, first, 2, halves(both, false))
            : replaced(node.items, first, 2, both));
  }

  /**
   * Two nodes with the items of one that is too large. When its last element is the new one, as
   * where elements arrive in order, the first node stays full.
   */
  private Object[] halves(Node<E, A> node, boolean isNewLast) {
    int middle = isNewLast ? MOST : node.size() / 2;
    return new Object[] {
      node(node.isLeaf, Arrays.copyOfRange(node.items, 0, middle)),
      node(node.isLeaf, Arrays.copyOfRange(node.items, middle, node.size()))
    };
  }

  private Node<E, A> node(boolean isLeaf, Object[] items) {
    A amount = amount(isLeaf, items[0]);
    for (int i = 1; i < items.length; i++) {
      amount = shape.plus(amount, amount(isLeaf, items[i]));
    }
    return new Node<>(isLeaf, items, first(isLeaf, items[0]), amount);
  }

  @SuppressWarnings("unchecked") // An item of a leaf is an element, one of a branch a node.
  private A amount(boolean isLeaf, Object item) {
    return isLeaf ? shape.of((E) item) : ((Node<E, A>) item).amount;
  }

  @SuppressWarnings("unchecked") // An item of a leaf is an element, one of a branch a node.
  private E first(boolean isLeaf, Object item) {
    return isLeaf ? (E) item : ((Node<E, A>) item).first;
  }

  /** The items with others in the place of some of them. */
  private static Object[] replaced(Object[] items, int from, int number, Object... others) {
    Object[] now = new Object[items.length - number + others.length];
    System.arraycopy(items, 0, now, 0, from);
    System.arraycopy(others, 0, now, from, others.length);
    System.arraycopy(items, from + number, now, from + others.length, items.length - from - number);
    return now;
  }

  private Node<E, A> missing(E element) {
    throw new IllegalStateException(shape.name(element) + " is not there");
  }
}
