package dev.tidings.relationship.index;

import java.time.LocalDate;

/** Something that is so from one day to another: what {@link Periods} finds by day. */
public interface Period {

  /** Of a period that does not end. */
  LocalDate NO_END = LocalDate.MAX;

  LocalDate from();

  /** The first day on which it is so no longer. */
  LocalDate to();

  default boolean isOn(LocalDate day) {
    return !from().isAfter(day) && to().isAfter(day);
  }
}
