package dev.tidings.relationship;

import java.time.LocalDate;

/** Something that is so on some days. */
interface Period {

  /** Of a period that does not end. */
  LocalDate NO_END = LocalDate.MAX;

  LocalDate from();

  /** The first day on which it is so no longer. */
  LocalDate to();

  default boolean isOn(LocalDate day) {
    return !from().isAfter(day) && to().isAfter(day);
  }
}
