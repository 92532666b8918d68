package dev.tidings.summary;

import dev.tidings.party.Party;
import dev.tidings.update.Attribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.Sector;
import dev.tidings.update.Sides;
import dev.tidings.update.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim and who answered it.
 *
 * @param actorSector in which capacity the actor acted; absent, for its state
 * @param counterpartSector in which capacity the counterpart was acted upon; absent, as its state
 * @param standing of the edition that counts: confirmed, once the desk confirms it
 * @param attributedTo who makes it
 * @param corroboration how many independent sources carry it
 * @param responses the last 10, in the order in which they were given
 */
public record Claim(
    String uri,
    int version,
    ClaimStatus status,
    Kind kind,
    Mode mode,
    Party actor,
    Party counterpart,
    @Nullable Sector actorSector,
    @Nullable Sector counterpartSector,
    Standing standing,
    String headline,
    EdtfDate occurred,
    @Nullable Attribution attributedTo,
    int corroboration,
    List<Answer> responses) {

  public Claim {
    responses = List.copyOf(responses);
  }

  /** Who acted towards whom, and in which capacity each. */
  public Sides sides() {
    return new Sides(actor, actorSector, counterpart, counterpartSector);
  }

  /** The same claim with another headline, and without who makes it. */
  public Claim saying(String other) {
    return new Claim(
        uri,
        version,
        status,
        kind,
        mode,
        actor,
        counterpart,
        actorSector,
        counterpartSector,
        standing,
        other,
        occurred,
        null,
        corroboration,
        responses);
  }

  /**
   * What a party, or the desk, said of it.
   *
   * @param by absent: the desk
   * @param update the update that says so
   */
  public record Answer(@Nullable Party by, Position position, String update, EdtfDate occurred) {}
}
