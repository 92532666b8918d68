package dev.tidings.relationship;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted set that knows what each part of it amounts to.
 *
 * <p>A treap whose priorities come from the names of its elements, so that the same elements give
 * the same tree. Adding, removing and each question take a number of steps that grows with the
 * logarithm of the size; what is taken over from an earlier set is shared with it.
 *
 * @param <E> an element; no two of one set have the same name
 * @param <A> what a part of the set amounts to
 */
final class Treap<E, A> {

  /** How elements are sorted, what one amounts to, and how amounts are put together. */
  interface Shape<E, A> extends Comparator<E> {

    /** Which tells it from all others, as a uri does. */
    String name(E element);

    A of(E element);

    A plus(A left, A right);
  }

  /**
   * What to look for, from the last element to the first.
   *
   * @param within false of an element that lies behind the end, and so of all that follow it
   * @param mayHold whether a part that amounts to this may hold something wanted
   */
  record Search<E, A>(Predicate<E> within, Predicate<A> mayHold, Predicate<E> wanted, int most) {}

  private final Shape<E, A> shape;
  private final StepCount steps;
  private final @Nullable Node<E, A> root;

  private Treap(Shape<E, A> shape, StepCount steps, @Nullable Node<E, A> root) {
    this.shape = shape;
    this.steps = steps;
    this.root = root;
  }

  static <E, A> Treap<E, A> empty(Shape<E, A> shape, StepCount steps) {
    return new Treap<>(shape, steps, null);
  }

  boolean isEmpty() {
    return root == null;
  }

  Treap<E, A> plus(E element) {
    Node<E, A> added =
        new Node<>(element, priorityOf(shape.name(element)), null, null, shape.of(element));
    return with(insert(root, added));
  }

  Treap<E, A> minus(E element) {
    return with(remove(root, element));
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
      steps.one();
      if (within.test(node.element)) {
        amount = node.left == null ? amount : shape.plus(amount, node.left.amount);
        amount = shape.plus(amount, shape.of(node.element));
        node = node.right;
      } else {
        node = node.left;
      }
    }
    return amount;
  }

  /** The last element up to an end. */
  Optional<E> last(Predicate<E> within) {
    E last = null;
    Node<E, A> node = root;
    while (node != null) {
      steps.one();
      boolean isWithin = within.test(node.element);
      last = isWithin ? node.element : last;
      node = isWithin ? node.right : node.left;
    }
    return Optional.ofNullable(last);
  }

  /** The first element behind an end. */
  Optional<E> firstBehind(Predicate<E> within) {
    E first = null;
    Node<E, A> node = root;
    while (node != null) {
      steps.one();
      boolean isWithin = within.test(node.element);
      first = isWithin ? first : node.element;
      node = isWithin ? node.right : node.left;
    }
    return Optional.ofNullable(first);
  }

  /** What is looked for, the last first. */
  List<E> last(Search<E, A> search) {
    List<E> found = new ArrayList<>();
    collect(root, search, found);
    return found;
  }

  private void collect(@Nullable Node<E, A> node, Search<E, A> search, List<E> found) {
    if (node == null || found.size() >= search.most()) {
      return;
    }
    steps.one();
    if (!search.mayHold().test(node.amount)) {
      return;
    }
    if (search.within().test(node.element)) {
      collect(node.right, search, found);
      if (found.size() < search.most() && search.wanted().test(node.element)) {
        found.add(node.element);
      }
    }
    collect(node.left, search, found);
  }

  private Treap<E, A> with(@Nullable Node<E, A> newRoot) {
    return new Treap<>(shape, steps, newRoot);
  }

  private Node<E, A> insert(@Nullable Node<E, A> node, Node<E, A> added) {
    if (node == null) {
      return added;
    }
    steps.one();
    int order = shape.compare(added.element, node.element);
    if (order == 0) {
      throw new IllegalStateException(shape.name(added.element) + " is there already");
    }
    if (added.priority > node.priority) {
      return over(added, before(node, added.element), after(node, added.element));
    }
    return order < 0
        ? over(node, insert(node.left, added), node.right)
        : over(node, node.left, insert(node.right, added));
  }

  private @Nullable Node<E, A> before(@Nullable Node<E, A> node, E limit) {
    if (node == null) {
      return null;
    }
    steps.one();
    return shape.compare(node.element, limit) < 0
        ? over(node, node.left, before(node.right, limit))
        : before(node.left, limit);
  }

  private @Nullable Node<E, A> after(@Nullable Node<E, A> node, E limit) {
    if (node == null) {
      return null;
    }
    steps.one();
    return shape.compare(node.element, limit) > 0
        ? over(node, after(node.left, limit), node.right)
        : after(node.right, limit);
  }

  private @Nullable Node<E, A> remove(@Nullable Node<E, A> node, E element) {
    Node<E, A> here = Objects.requireNonNull(node, () -> shape.name(element) + " is not there");
    steps.one();
    int order = shape.compare(element, here.element);
    if (order == 0) {
      return join(here.left, here.right);
    }
    return order < 0
        ? over(here, remove(here.left, element), here.right)
        : over(here, here.left, remove(here.right, element));
  }

  private @Nullable Node<E, A> join(@Nullable Node<E, A> left, @Nullable Node<E, A> right) {
    if (left == null) {
      return right;
    }
    if (right == null) {
      return left;
    }
    steps.one();
    return left.priority > right.priority
        ? over(left, left.left, join(left.right, right))
        : over(right, join(left, right.left), right.right);
  }

  /** The same element above others. */
  private Node<E, A> over(Node<E, A> node, @Nullable Node<E, A> left, @Nullable Node<E, A> right) {
    A amount = shape.of(node.element);
    amount = left == null ? amount : shape.plus(left.amount, amount);
    amount = right == null ? amount : shape.plus(amount, right.amount);
    return new Node<>(node.element, node.priority, left, right, amount);
  }

  /**
   * From the name alone, and by SHA-256: nobody can choose uris that make the tree deep, as with
   * hash codes, of which thousands of strings can have the same.
   */
  private static long priorityOf(String name) {
    try {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record Node<E, A>(
      E element, long priority, @Nullable Node<E, A> left, @Nullable Node<E, A> right, A amount) {}
}
