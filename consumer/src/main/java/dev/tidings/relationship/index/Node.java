package dev.tidings.relationship.index;

import java.util.function.Predicate;

/**
 * A part of a {@link SortedTree}, never empty: a leaf, or a branch.
 *
 * @param items elements of a leaf, nodes of a branch; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Node<E, A>(boolean isLeaf, Object[] items, E first, A amount) {

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

  /** What an item amounts to. */
  A amountOf(int place, SortedTree.Shape<E, A> shape) {
    return isLeaf ? shape.of(element(place)) : part(place).amount;
  }

  /** How many of the items begin up to an end. */
  int end(Predicate<E> within, StepCount steps) {
    int low = 0;
    int high = size();
    while (low < high) {
      steps.one();
      int middle = (low + high) >>> 1;
      if (within.test(firstOf(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
