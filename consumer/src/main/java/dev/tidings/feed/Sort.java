package dev.tidings.feed;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import dev.tidings.update.EdtfDate;
import dev.tidings.update.WireWord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** In which order relationships are listed, by the API and on pages. */
public enum Sort implements WireWord {
  /** By key. */
  PAIR("pair", Comparator.comparing(Head::relationship)),
  /** What happened last comes first. */
  LATEST("latest", Comparator.comparing(Sort::last).reversed()),
  /** The most hostile first; those without a score last. */
  COLDEST("coldest", Comparator.comparing(Sort::score, nullsLast(naturalOrder()))),
  /** The friendliest first; those without a score last. */
  WARMEST("warmest", Comparator.comparing(Sort::score, nullsLast(reverseOrder()))),
  /** What moved most in twelve months first; what has no change last. */
  CHANGE("change", Comparator.comparing(Sort::turn, nullsLast(reverseOrder())));

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // It compares, and holds nothing.
  private final Comparator<Head> order;

  Sort(String word, Comparator<Head> order) {
    this.word = word;
    this.order = order.thenComparing(Head::relationship);
  }

  @Override
  public String word() {
    return word;
  }

  /** Of two heads that are equal in it, the pair that is first in the alphabet. */
  public Comparator<Head> order() {
    return order;
  }

  private static @Nullable BigDecimal score(Head head) {
    return head.climate().score();
  }

  private static @Nullable BigDecimal turn(Head head) {
    BigDecimal change = head.climate().change();
    return change == null ? null : change.abs();
  }

  private static LocalDate last(Head head) {
    EdtfDate last = head.lastOccurred();
    return last == null ? LocalDate.MIN : last.earliest();
  }
}
