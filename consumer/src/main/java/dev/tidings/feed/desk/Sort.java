package dev.tidings.feed.desk;

import dev.tidings.feed.Head;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.WireWord;
import java.time.LocalDate;
import java.util.Comparator;

/** In which order relationships are listed. */
enum Sort implements WireWord {
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

  Comparator<Head> order() {
    return order;
  }

  private static LocalDate last(Head head) {
    EdtfDate last = head.lastOccurred();
    return last == null ? LocalDate.MIN : last.earliest();
  }
}
