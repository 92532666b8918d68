package dev.tidings.relationship.claim;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/** The answers to one claim, in the order of the timeline. Immutable. */
final class Answers {

  private final Relationship relationship;
  private final SortedTree<Current, Positions> answers;

  private Answers(Relationship relationship, SortedTree<Current, Positions> answers) {
    this.relationship = relationship;
    this.answers = answers;
  }

  static Answers none(Relationship relationship, StepCount steps) {
    return new Answers(relationship, SortedTree.empty(Shape.INSTANCE, steps));
  }

  boolean isEmpty() {
    return answers.isEmpty();
  }

  Answers plus(Current answer) {
    return new Answers(relationship, answers.plus(answer));
  }

  Answers minus(Current answer) {
    return new Answers(relationship, answers.minus(answer));
  }

  /** The positions that were taken, on whatever day. */
  Positions positions() {
    return answers.total().orElseGet(() -> Positions.none(relationship));
  }

  /** The last ones by a day, in the order in which they were given. */
  List<Current> lastUpTo(LocalDate day, int most) {
    List<Current> last =
        answers.last(
            new SortedTree.Search<>(
                answer -> answer.isBy(day), taken -> true, answer -> true, most));
    Collections.reverse(last);
    return last;
  }

  private enum Shape implements SortedTree.Shape<Current, Positions> {
    INSTANCE;

    @Override
    public int compare(Current one, Current other) {
      return Current.TIMELINE.compare(one, other);
    }

    @Override
    public String name(Current answer) {
      return answer.uri();
    }

    @Override
    public Positions of(Current answer) {
      return Positions.of(answer);
    }

    @Override
    public Positions plus(Positions left, Positions right) {
      return left.plus(right);
    }
  }
}
