package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;

import dev.tidings.party.Party;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A stream of updates about some relationships: new ones, corrections and exact repeats, with what
 * a reader must be told of them.
 */
record Story(List<RelationshipUpdate> updates, List<String> told) {

  private static final List<String> PARTIES =
      List.of("IRN", "PAK", "IND", "CHN", "RUS", "USA", "FRA", "TUR", "UNO", "EU");

  static Story of(String name, int length, long seed) {
    Random random = new Random(seed);
    List<RelationshipUpdate> updates = new ArrayList<>();
    List<String> told = new ArrayList<>();
    List<RelationshipUpdate> fresh = new ArrayList<>();
    while (updates.size() < length) {
      int die = random.nextInt(10);
      if (die < 8 || fresh.isEmpty()) {
        RelationshipUpdate added = fresh(name + updates.size(), random);
        fresh.add(added);
        updates.add(added);
        told.add(added.id() + " update");
      } else if (die == 8) {
        RelationshipUpdate corrected = corrected(fresh.remove(random.nextInt(fresh.size())));
        updates.add(corrected);
        told.add(corrected.id() + " correction");
      } else {
        updates.add(fresh.get(random.nextInt(fresh.size())));
      }
    }
    return new Story(List.copyOf(updates), List.copyOf(told));
  }

  private static RelationshipUpdate fresh(String name, Random random) {
    Mode[] modes = Mode.values();
    String actor = PARTIES.get(random.nextInt(PARTIES.size()));
    String counterpart = actor;
    while (counterpart.equals(actor)) {
      counterpart = PARTIES.get(random.nextInt(PARTIES.size()));
    }
    return update(name)
        .mode(modes[random.nextInt(modes.length)], actor, counterpart)
        .occurred(
            "20%02d-0%d-1%d"
                .formatted(random.nextInt(25), 1 + random.nextInt(9), random.nextInt(9)))
        .get();
  }

  private static RelationshipUpdate corrected(RelationshipUpdate update) {
    return update.toBuilder()
        .id(new dev.tidings.update.UpdateId(update.uri(), 2))
        .versionCreated(update.versionCreated().plusSeconds(60))
        .concerning(List.of(new Party("BRA")))
        .build();
  }
}
