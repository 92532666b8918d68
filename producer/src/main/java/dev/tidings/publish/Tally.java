package dev.tidings.publish;

import dev.tidings.intake.Outcome;
import dev.tidings.intake.UnknownNames;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts lines as they are read, and acknowledgements as they come, in another thread. */
final class Tally {

  private final AtomicLong published = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final UnknownNames unknownNames = new UnknownNames();
  private long read;
  private long accepted;
  private long duplicates;
  private long domestic;
  private long noParty;
  private long noMeaning;
  private long refused;
  private long headers;
  private long blanks;
  private long emptyCells;

  void read() {
    read++;
  }

  void accepted() {
    accepted++;
  }

  void duplicate() {
    duplicates++;
  }

  void refused() {
    refused++;
  }

  void emptyCells(long ignored) {
    emptyCells += ignored;
  }

  void unknownNames(UnknownNames ofAnInput) {
    unknownNames.add(ofAnInput);
  }

  /** The names of all inputs that no table knows. */
  UnknownNames unknownNames() {
    return unknownNames;
  }

  void leftOut(Outcome.LeftOut why) {
    switch (why) {
      case DOMESTIC -> domestic++;
      case NO_PARTY -> noParty++;
      case NO_MEANING -> noMeaning++;
      case HEADER -> headers++;
      case BLANK -> blanks++;
    }
  }

  void acknowledged(int of) {
    published.incrementAndGet();
    records.addAndGet(of);
  }

  /** How many lines were read, whatever they are. */
  long linesRead() {
    return read;
  }

  boolean anyRefused() {
    return refused > 0;
  }

  Account account(String name, @Nullable String failure) {
    long acknowledged = published.get();
    return new Account(
        name,
        read - headers - blanks,
        acknowledged,
        records.get(),
        duplicates,
        domestic,
        noParty,
        noMeaning,
        refused,
        accepted - acknowledged,
        headers,
        blanks,
        emptyCells,
        failure);
  }
}
