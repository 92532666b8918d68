package dev.tidings.bench.peer;

import dev.tidings.update.Kind;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Json;
import dev.tidings.wire.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Much less than a summary, as a first version of such a service would have it: how many updates of
 * each kind, the latest of each, and the last five. It knows no versions and no duplicates.
 */
record SmallFold(Map<Kind, Integer> counts, Map<Kind, Headline> latest, List<Headline> recent) {

  static final SmallFold EMPTY = new SmallFold(Map.of(), Map.of(), List.of());

  private static final int RECENT = 5;

  record Headline(String uri, String occurred, String mode, String headline) {
    static Headline of(RelationshipUpdate update) {
      return new Headline(
          update.uri(), update.occurred().toString(), update.mode().word(), update.headline());
    }
  }

  /** What a reader is told: the update, and how many of its kind there are with it. */
  record Told(String relationship, Headline update, String issued, int before, int after) {}

  SmallFold plus(RelationshipUpdate update) {
    Map<Kind, Integer> counted = new EnumMap<>(Kind.class);
    counted.putAll(counts);
    counted.merge(update.kind(), 1, Integer::sum);
    Headline headline = Headline.of(update);
    Map<Kind, Headline> later = new EnumMap<>(Kind.class);
    later.putAll(latest);
    later.merge(
        update.kind(),
        headline,
        (one, other) -> one.occurred().compareTo(other.occurred()) > 0 ? one : other);
    List<Headline> last = new ArrayList<>(recent);
    last.add(0, headline);
    return new SmallFold(counted, later, last.subList(0, Math.min(RECENT, last.size())));
  }

  /** The notification of an update that gave this. */
  byte[] told(RelationshipUpdate update) {
    int now = counts.getOrDefault(update.kind(), 0);
    return Json.write(
        new Told(
            update.relationship().key(),
            Headline.of(update),
            update.versionCreated().toString(),
            now - 1,
            now));
  }

  static SmallFold read(byte[] json) {
    return ((Reading.Good<SmallFold>) Json.read(json, SmallFold.class)).value();
  }

  byte[] toJson() {
    return Json.write(this);
  }
}
