package dev.tidings.notification;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Sector;
import dev.tidings.update.Sides;
import dev.tidings.update.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the feed. Its place in the feed, {@code seq}, is its record's offset.
 *
 * @param id the same whenever the same change is told: 32 hexadecimal digits
 * @param urgency 1 (flash) … 9 (background)
 * @param headline one line of plain text; of a withdrawn update, nothing of its text
 * @param issued when the edition that changed the summary was issued
 * @param update the update that it is about
 * @param changes what changed in the summary
 * @param revision the summary's, after the change
 */
public record Notification(
    String id,
    Relationship relationship,
    Reason reason,
    int urgency,
    String headline,
    EdtfDate occurred,
    Instant issued,
    About update,
    List<Change> changes,
    int revision) {

  /**
   * The urgency of what wakes nobody: what is long past when it is published, and what software
   * alone says, from the texts of one publisher.
   */
  public static final int BACKGROUND = 9;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  public Notification {
    if (urgency < 1 || urgency > BACKGROUND) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "urgency %d; expected 1 … %d", urgency, BACKGROUND));
    }
    if (issued.isBefore(FIRST) || issued.isAfter(LAST)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "issued %s; expected an instant of the years 0001 … 9999", issued));
    }
    changes = List.copyOf(changes);
  }

  /** Whether it is background. */
  public boolean wakesNobody() {
    return urgency == BACKGROUND;
  }

  /** The same notification with less to be seen. */
  public Notification shownAs(String otherHeadline, List<Change> otherChanges) {
    return new Notification(
        id,
        relationship,
        reason,
        urgency,
        otherHeadline,
        occurred,
        issued,
        update,
        otherChanges,
        revision);
  }

  /** The update that a notification is about, in a few words. */
  public record About(
      String uri,
      int version,
      Kind kind,
      Mode mode,
      Party actor,
      Party counterpart,
      @Nullable Sector actorSector,
      @Nullable Sector counterpartSector,
      Standing standing,
      List<Party> concerning) {

    public About {
      concerning = concerning == null ? List.of() : List.copyOf(concerning);
    }

    public About(
        String uri,
        int version,
        Kind kind,
        Mode mode,
        Party actor,
        Party counterpart,
        Standing standing) {
      this(uri, version, kind, mode, actor, counterpart, null, null, standing, List.of());
    }

    /** Who acted towards whom, and in which capacity each. */
    public Sides sides() {
      return new Sides(actor, actorSector, counterpart, counterpartSector);
    }

    public static About of(RelationshipUpdate update) {
      return new About(
          update.uri(),
          update.version(),
          update.kind(),
          update.mode(),
          update.actor(),
          update.counterpart(),
          update.actorSector(),
          update.counterpartSector(),
          update.standing(),
          update.concerning());
    }
  }

  /**
   * One difference between two summaries.
   *
   * @param path where, as in {@code inForce/border/pilgrims} or {@code climate/trend}
   * @param before absent: it was not there
   * @param after absent: it is no longer there
   */
  public record Change(String path, @Nullable String before, @Nullable String after) {}
}
