package dev.tidings.update;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that came last, so that equal ones that come again are one object: a million updates
 * are of a few thousand days and from a few sources.
 *
 * <p>It holds at most as many values as it has slots: a value takes the slot of an earlier one.
 * Safe for use by several threads; two of them may each make a value that both need.
 *
 * @param <K> what a value is known by
 */
final class Recent<K, V> {

  private final AtomicReferenceArray<@Nullable V> slots;
  private final Function<V, K> key;

  /**
   * Holds nothing yet.
   *
   * @param slots a power of two
   */
  Recent(int slots, Function<V, K> key) {
    this.slots = new AtomicReferenceArray<>(slots);
    this.key = key;
  }

  /** The value with this key, which is made if it is not there. */
  V get(K wanted, Function<K, V> make) {
    int hash = wanted.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (slots.length() - 1);
    V there = slots.get(slot);
    if (there != null && key.apply(there).equals(wanted)) {
      return there;
    }
    V made = make.apply(wanted);
    slots.setRelease(slot, made);
    return made;
  }
}
