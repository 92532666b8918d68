package dev.tidings.feed;

import dev.tidings.update.EdtfDate;
import dev.tidings.update.WireWord;
import java.time.LocalDate;
import java.util.Comparator;

/** In which order relationships are listed, by the API and on pages. */
public enum Sort implements WireWord {
  /** By key. */
  PAIR("pair", Comparator.comparing(Head::relationship)),
  /** What happened last comes first. */
  LATEST("latest", Comparator.comparing(Sort::last).reversed()),
  /** The most hostile first. */
  COLDEST("coldest", Comparator.comparing((Head head) -> head.climate().score())),
  /** The friendliest first. */
  WARMEST("warmest", Comparator.comparing((Head head) -> head.climate().score()).reversed()),
  /** What moved most in twelve months first. */
  CHANGE("change", Comparator.comparing((Head head) -> head.climate().change().abs()).reversed());

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

  private static LocalDate last(Head head) {
    EdtfDate last = head.lastOccurred();
    return last == null ? LocalDate.MIN : last.earliest();
  }
}
