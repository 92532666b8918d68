package dev.tidings.summarise;

import java.util.Locale;

/** What became of a record of an update topic. */
enum Outcome {
  /** Folded again, after it was announced before. */
  HISTORY,
  /** Folded, and announced where there is anything to say. */
  APPLIED,
  /** Known already. */
  DUPLICATE,
  /** Poison: it is on {@code relations.rejected} now. */
  REJECTED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
