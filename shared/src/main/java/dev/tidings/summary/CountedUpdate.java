package dev.tidings.summary;

import dev.tidings.party.Party;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Sector;
import dev.tidings.update.Sides;
import dev.tidings.update.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update that counts, in the edition that counts.
 *
 * @param actorSector in which capacity the actor acted; absent, for its state
 * @param counterpartSector in which capacity the counterpart was acted upon; absent, as its state
 * @param corroboration how many independent sources are behind it and its mirror reports
 * @param contested whether this version was published with different contents
 */
public record CountedUpdate(
    String uri,
    int version,
    Instant versionCreated,
    Kind kind,
    Mode mode,
    EdtfDate occurred,
    Party actor,
    Party counterpart,
    @Nullable Sector actorSector,
    @Nullable Sector counterpartSector,
    List<Party> concerning,
    String headline,
    Standing standing,
    int corroboration,
    boolean contested) {

  public CountedUpdate {
    concerning = List.copyOf(concerning);
  }

  /** Who acted towards whom, and in which capacity each. */
  public Sides sides() {
    return new Sides(actor, actorSector, counterpart, counterpartSector);
  }

  /** Whether both sides act for their state. */
  public boolean isBetweenStates() {
    return sides().areStates();
  }

  /** The same update with another headline. */
  public CountedUpdate saying(String other) {
    return new CountedUpdate(
        uri,
        version,
        versionCreated,
        kind,
        mode,
        occurred,
        actor,
        counterpart,
        actorSector,
        counterpartSector,
        concerning,
        other,
        standing,
        corroboration,
        contested);
  }

  public static CountedUpdate of(RelationshipUpdate update, int corroboration, boolean contested) {
    return new CountedUpdate(
        update.uri(),
        update.version(),
        update.versionCreated(),
        update.kind(),
        update.mode(),
        update.occurred(),
        update.actor(),
        update.counterpart(),
        update.actorSector(),
        update.counterpartSector(),
        update.concerning(),
        update.headline(),
        update.standing(),
        corroboration,
        contested);
  }
}
