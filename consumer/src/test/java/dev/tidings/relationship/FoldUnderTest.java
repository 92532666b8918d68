package dev.tidings.relationship;

import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.time.LocalDate;

/** A way to fold updates: ours, or one with a seeded defect. Each call gives an empty one. */
interface FoldUnderTest {

  Folding empty();

  /** The updates that have arrived so far, and what they amount to. */
  interface Folding {

    void add(RelationshipUpdate update);

    boolean isKnown();

    Summary summary();

    Summary summary(LocalDate asOf, Instant knownAt);
  }

  /** The one that is shipped. */
  FoldUnderTest OURS = () -> new OfState(new RelationshipState(Histories.IRAN_AND_PAKISTAN));

  record OfState(RelationshipState state) implements Folding {
    @Override
    public void add(RelationshipUpdate update) {
      state.add(update);
    }

    @Override
    public boolean isKnown() {
      return state.isKnown();
    }

    @Override
    public Summary summary() {
      return state.summary();
    }

    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      return state.summary(asOf, knownAt);
    }
  }
}
