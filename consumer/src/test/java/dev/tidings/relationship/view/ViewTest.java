package dev.tidings.relationship.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.relationship.Histories;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.change.ChangedPaths;
import dev.tidings.relationship.change.ComparedParts;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewTest {

  /** A view that takes over from the one before it, beside one that takes over from none. */
  @Test
  void saysTheSameWhicheverViewItFollows() {
    RandomHistories histories = new RandomHistories(15);
    List<String> differences = new ArrayList<>();

    for (int round = 0; round < 300; round++) {
      RelationshipState state = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
      View last = null;
      for (RelationshipUpdate update : histories.next(10, 60)) {
        state.add(update);
        if (state.isKnown()) {
          View following = state.view(last);
          View anew = state.view(null);
          if (!following.parts().equals(anew.parts())
              || !following.summary().equals(anew.summary())
              || !changes(last, following).equals(changes(last, anew))) {
            differences.add(following.parts() + "; expected " + anew.parts());
          }
          last = following;
        }
      }
    }

    assertThat(differences).isEmpty();
  }

  private static List<?> changes(@Nullable View before, View after) {
    ComparedParts parts = before == null ? null : before.parts();
    return List.of(
        ChangedPaths.between(parts, after.parts()),
        ChangedPaths.withoutFormerText(parts, after.parts()));
  }
}
