package dev.tidings.gateway;

import dev.tidings.gateway.Stand.Place;
import dev.tidings.http.Refusal;
import dev.tidings.party.Relationship;
import dev.tidings.update.Problem;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.UpdateId;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what the next version of an update is: a correction as it was handed in, or a kill.
 *
 * @param uri the update's
 * @param stand how it stands now
 * @param rights of who publishes the next version
 * @param contents gives what stands where
 * @param now when it is issued
 */
record NextVersion(String uri, Stand stand, Rights rights, Contents contents, Instant now) {

  /**
   * A correction: what was handed in; and a kill in each relationship that it is about no longer.
   *
   * @param submission which may lack uri and version
   * @throws Refusal 422 when it is wrong, 409 when its version is not higher than what is there,
   *     403 when it is not allowed
   */
  List<RelationshipUpdate> correction(ObjectNode submission) {
    List<RelationshipUpdate> next = new ArrayList<>(read(submission));
    UpdateId id = next.get(0).id();
    if (id.version() <= stand.highest()) {
      throw Refusal.of(
          409,
          "Conflict",
          String.format(
              Locale.ROOT,
              "version %d; the highest is %d, expected a higher one or none",
              id.version(),
              stand.highest()));
    }
    Set<Relationship> kept =
        next.stream().map(RelationshipUpdate::relationship).collect(Collectors.toSet());
    List<Place> left =
        stand.alive().stream().filter(place -> !kept.contains(place.relationship())).toList();
    next.addAll(kills(left, id.version(), next.get(0).edNote()));
    return allowed(next);
  }

  /**
   * A kill in every relationship in which it stands.
   *
   * @throws Refusal 409 when it is killed in all of them, 403 when it is not allowed
   */
  List<RelationshipUpdate> kill(@Nullable String edNote) {
    if (stand.alive().isEmpty()) {
      throw Refusal.of(
          409,
          "Conflict",
          String.format(Locale.ROOT, "version %d is a kill already", stand.highest()));
    }
    return allowed(kills(stand.places(), stand.highest() + 1, edNote));
  }

  private List<RelationshipUpdate> read(ObjectNode submission) {
    ObjectNode whole = submission.deepCopy();
    if (!whole.hasNonNull("uri")) {
      whole.put("uri", uri);
    } else if (!whole.get("uri").isString() || !uri.equals(whole.get("uri").stringValue())) {
      throw Refusal.unprocessable(
          List.of(new Problem("uri", "another one than in the path; expected the same or none")));
    }
    if (!whole.hasNonNull("version")) {
      whole.put("version", stand.highest() + 1);
    }
    Reading<List<RelationshipUpdate>> reading = UpdateJson.readSubmission(whole, now);
    if (reading instanceof Reading.Good<List<RelationshipUpdate>> good) {
      return good.value();
    }
    throw Refusal.unprocessable(((Reading.Bad<List<RelationshipUpdate>>) reading).problems());
  }

  /** A kill is not embargoed, whatever it kills: it would count for nothing until then. */
  private List<RelationshipUpdate> kills(List<Place> places, int version, @Nullable String edNote) {
    return contents.at(places).stream()
        .map(
            update ->
                update.toBuilder()
                    .id(id(version))
                    .versionCreated(now)
                    .pubStatus(PubStatus.CANCELED)
                    .embargoedUntil(null)
                    .edNote(edNote)
                    .build())
        .toList();
  }

  private UpdateId id(int version) {
    try {
      return new UpdateId(uri, version);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(409, "Conflict", "no version is left: " + e.getMessage());
    }
  }

  private List<RelationshipUpdate> allowed(List<RelationshipUpdate> next) {
    List<Problem> problems = rights.problems(next);
    if (!problems.isEmpty()) {
      throw Refusal.all(403, "Forbidden", problems);
    }
    return next;
  }
}
