package dev.tidings.relationship.index;

import java.util.ArrayList;
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
public final class SortedTree<E, A> {

  /** How elements are sorted, what one amounts to, and how amounts are put together. */
  public interface Shape<E, A> extends Comparator<E> {

    /** Names an element in a message. */
    String name(E element);

    A of(E element);

    /** Whichever comes first makes no difference. */
    A plus(A one, A other);
  }

  /** Of sets whose parts amount to their sizes. */
  public interface Sized<E> extends Shape<E, Integer> {

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
  public record Search<E, A>(
      Predicate<E> within, Predicate<A> mayHold, Predicate<E> wanted, int most) {}

  private final Shape<E, A> shape;
  private final StepCount steps;
  private final @Nullable Node<E, A> root;

  private SortedTree(Shape<E, A> shape, StepCount steps, @Nullable Node<E, A> root) {
    this.shape = shape;
    this.steps = steps;
    this.root = root;
  }

  public static <E, A> SortedTree<E, A> empty(Shape<E, A> shape, StepCount steps) {
    return new SortedTree<>(shape, steps, null);
  }

  public boolean isEmpty() {
    return root == null;
  }

  /**
   * With one more element.
   *
   * @throws IllegalStateException when one that compares as equal is there
   */
  public SortedTree<E, A> plus(E element) {
    return with(change().plus(root, element));
  }

  /** With an element, in the place of one that compares as equal if there is one. */
  public SortedTree<E, A> put(E element) {
    return with(change().put(root, element));
  }

  /**
   * Without an element.
   *
   * @throws IllegalStateException when none that compares as equal is there
   */
  public SortedTree<E, A> minus(E element) {
    return with(change().minus(root, element));
  }

  /** All elements in order. */
  public List<E> all() {
    List<E> all =
        last(new Search<>(element -> true, amount -> true, element -> true, Integer.MAX_VALUE));
    Collections.reverse(all);
    return all;
  }

  /** What all of it amounts to; nothing of an empty set. */
  public Optional<A> total() {
    return root == null ? Optional.empty() : Optional.of(root.amount());
  }

  /**
   * What its beginning amounts to.
   *
   * @param within true of the elements up to the end, false of those behind it
   */
  public A upTo(Predicate<E> within, A nothing) {
    A amount = nothing;
    Node<E, A> node = root;
    while (node != null) {
      int end = node.end(within, steps);
      // All parts of a branch are within but, perhaps, the end of the last that begins so.
      int whole = node.isLeaf() ? end : end - 1;
      for (int i = 0; i < whole; i++) {
        steps.one();
        amount = shape.plus(amount, node.amountOf(i, shape));
      }
      node = node.isLeaf() || end == 0 ? null : node.part(end - 1);
    }
    return amount;
  }

  /** The last element up to an end. */
  public Optional<E> last(Predicate<E> within) {
    Node<E, A> node = root;
    while (node != null) {
      int end = node.end(within, steps);
      if (end == 0) {
        return Optional.empty();
      }
      if (node.isLeaf()) {
        return Optional.of(node.element(end - 1));
      }
      node = node.part(end - 1);
    }
    return Optional.empty();
  }

  /** The first element behind an end. */
  public Optional<E> firstBehind(Predicate<E> within) {
    E first = null;
    Node<E, A> node = root;
    while (node != null) {
      int end = node.end(within, steps);
      first = end < node.size() ? node.firstOf(end) : first;
      node = node.isLeaf() || end == 0 ? null : node.part(end - 1);
    }
    return Optional.ofNullable(first);
  }

  /** What is looked for, the last first. */
  public List<E> last(Search<E, A> search) {
    List<E> found = new ArrayList<>();
    if (root != null) {
      collect(root, search, found);
    }
    return found;
  }

  private void collect(Node<E, A> node, Search<E, A> search, List<E> found) {
    steps.one();
    if (!search.mayHold().test(node.amount())) {
      return;
    }
    for (int i = node.end(search.within(), steps) - 1;
        i >= 0 && found.size() < search.most();
        i--) {
      if (!node.isLeaf()) {
        collect(node.part(i), search, found);
      } else if (search.wanted().test(node.element(i))) {
        steps.one();
        found.add(node.element(i));
      }
    }
  }

  private TreeChange<E, A> change() {
    return new TreeChange<>(shape, steps);
  }

  private SortedTree<E, A> with(@Nullable Node<E, A> newRoot) {
    return new SortedTree<>(shape, steps, newRoot);
  }
}
