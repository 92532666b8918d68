package dev.tidings.relationship.index;

import dev.tidings.relationship.index.SortedTree.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One change of a {@link SortedTree}: the nodes from its root down to one leaf are made anew, and
 * all others are shared with the tree before it.
 */
final class TreeChange<E, A> {

  /** Elements in a leaf, or parts of a branch. */
  private static final int MOST = 32;

  /** What has fewer is put together with its neighbour. */
  private static final int LEAST = 8;

  private final Shape<E, A> shape;
  private final StepCount steps;

  TreeChange(Shape<E, A> shape, StepCount steps) {
    this.shape = shape;
    this.steps = steps;
  }

  /** The root with one more element; of an empty tree, which has none, its first. */
  Node<E, A> plus(@Nullable Node<E, A> root, E element) {
    if (root == null) {
      return node(true, new Object[] {element});
    }
    Node<E, A> grown = insert(root, element);
    return grown.size() > MOST ? node(false, halves(grown, isLast(grown, element))) : grown;
  }

  /** The root with an element, in the place of its equal if there is one. */
  Node<E, A> put(@Nullable Node<E, A> root, E element) {
    Node<E, A> put = root == null ? null : replace(root, element);
    return put == null ? plus(root, element) : put;
  }

  /** The root without an element; null, when nothing is left. */
  @Nullable Node<E, A> minus(@Nullable Node<E, A> root, E element) {
    Node<E, A> left = root == null ? missing(element) : remove(root, element);
    while (left != null && !left.isLeaf() && left.size() == 1) {
      left = left.part(0);
    }
    return left;
  }

  /** The node with one more element: perhaps one item too large. */
  private Node<E, A> insert(Node<E, A> node, E element) {
    int place = node.end(there -> shape.compare(there, element) <= 0, steps);
    if (node.isLeaf()) {
      if (place > 0 && shape.compare(node.element(place - 1), element) == 0) {
        throw new IllegalStateException(shape.name(element) + " is there already");
      }
      return grown(node, replaced(node.items(), place, 0, element), element);
    }
    int part = Math.max(0, place - 1);
    Node<E, A> grown = insert(node.part(part), element);
    return grown(
        node,
        grown.size() > MOST
            ? replaced(node.items(), part, 1, halves(grown, isLast(grown, element)))
            : replaced(node.items(), part, 1, grown),
        element);
  }

  private Node<E, A> grown(Node<E, A> node, Object[] items, E element) {
    return new Node<>(
        node.isLeaf(),
        items,
        shape.compare(element, node.first()) < 0 ? element : node.first(),
        shape.plus(node.amount(), shape.of(element)));
  }

  /** The node with an element in the place of its equal; null, when it has none. */
  private @Nullable Node<E, A> replace(Node<E, A> node, E element) {
    int place = node.end(there -> shape.compare(there, element) <= 0, steps) - 1;
    if (place < 0) {
      return null;
    }
    if (node.isLeaf()) {
      boolean isThere = shape.compare(node.element(place), element) == 0;
      return isThere ? node(true, replaced(node.items(), place, 1, element)) : null;
    }
    Node<E, A> replaced = replace(node.part(place), element);
    return replaced == null ? null : node(false, replaced(node.items(), place, 1, replaced));
  }

  private boolean isLast(Node<E, A> node, E element) {
    return node.isLeaf() && node.element(node.size() - 1) == element;
  }

  /** The node without an element; null, when nothing is left of it. */
  private @Nullable Node<E, A> remove(Node<E, A> node, E element) {
    int place = node.end(there -> shape.compare(there, element) <= 0, steps) - 1;
    if (place < 0) {
      return missing(element);
    }
    if (node.isLeaf()) {
      if (shape.compare(node.element(place), element) != 0) {
        return missing(element);
      }
      return node.size() == 1 ? null : node(true, replaced(node.items(), place, 1));
    }
    Node<E, A> left = remove(node.part(place), element);
    if (left == null) {
      return node.size() == 1 ? null : node(false, replaced(node.items(), place, 1));
    }
    return left.size() >= LEAST || node.size() == 1
        ? node(false, replaced(node.items(), place, 1, left))
        : joined(node, place, left);
  }

  /** A branch with a part that has become small put together with its neighbour. */
  private Node<E, A> joined(Node<E, A> node, int place, Node<E, A> small) {
    int first = place == 0 ? 0 : place - 1;
    Node<E, A> one = place == 0 ? small : node.part(first);
    Node<E, A> other = place == 0 ? node.part(1) : small;
    Node<E, A> both = node(one.isLeaf(), replaced(one.items(), one.size(), 0, other.items()));
    return node(
        false,
        both.size() > MOST
            ? replaced(node.items(), first, 2, halves(both, false))
            : replaced(node.items(), first, 2, both));
  }

  /**
   * Two nodes with the items of one that is too large. When its last element is the new one, as
   * where elements arrive in order, the first node stays full.
   */
  private Object[] halves(Node<E, A> node, boolean isNewLast) {
    int middle = isNewLast ? MOST : node.size() / 2;
    return new Object[] {
      node(node.isLeaf(), Arrays.copyOfRange(node.items(), 0, middle)),
      node(node.isLeaf(), Arrays.copyOfRange(node.items(), middle, node.size()))
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
    return isLeaf ? shape.of((E) item) : ((Node<E, A>) item).amount();
  }

  @SuppressWarnings("unchecked") // An item of a leaf is an element, one of a branch a node.
  private E first(boolean isLeaf, Object item) {
    return isLeaf ? (E) item : ((Node<E, A>) item).first();
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
