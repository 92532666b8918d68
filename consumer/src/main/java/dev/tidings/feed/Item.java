package dev.tidings.feed;

import static java.util.Objects.requireNonNull;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the feed, as it was told. What a reader may see of it now is {@link Feed#shown}.
 *
 * <p>Of an old one the text is packed, and read again when somebody asks what it {@link #said}.
 */
public final class Item {

  private final long seq;
  private final long told;
  private final Relationship relationship;
  private final Facets facets;
  private final @Nullable Item earlier;
  private final @Nullable Item earlierOfPair;

  /** Null once it is packed. It is written last: whoever finds null finds the pack. */
  private volatile @Nullable Notification said;

  private @Nullable Pack pack;
  private byte numberInPack;

  Item(
      long seq,
      Instant told,
      Notification said,
      Relationship relationship,
      Facets facets,
      @Nullable Item earlier,
      @Nullable Item earlierOfPair) {
    this.seq = seq;
    this.told = told.toEpochMilli();
    this.said = said;
    this.relationship = relationship;
    this.facets = facets;
    this.earlier = earlier;
    this.earlierOfPair = earlierOfPair;
  }

  /** Its offset in the log: the cursor of whoever has read so far. */
  public long seq() {
    return seq;
  }

  /** When it came into the log. */
  public Instant told() {
    return Instant.ofEpochMilli(told);
  }

  public Relationship relationship() {
    return relationship;
  }

  public Reason reason() {
    return facets.reason();
  }

  /** Whether it is background. */
  public boolean wakesNobody() {
    return facets.wakeNobody();
  }

  /** What was told then. */
  public Notification said() {
    Notification here = said;
    return here == null ? requireNonNull(pack).read(numberInPack) : here;
  }

  /** The entry before it about the same update. */
  public @Nullable Item earlier() {
    return earlier;
  }

  /** The entry before it of the same relationship. */
  public @Nullable Item earlierOfPair() {
    return earlierOfPair;
  }

  /** Whether readers must no longer use what was told before of the same update. */
  boolean withdraws() {
    return facets.withdraw();
  }

  /** What filters ask of it. */
  Facets facets() {
    return facets;
  }

  /** What it said is read from a pack from now on. */
  void packedIn(Pack there, int number) {
    pack = there;
    numberInPack = (byte) number;
    said = null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Item item && item.seq == seq;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seq);
  }

  @Override
  public String toString() {
    return seq + " " + reason().word() + " " + relationship;
  }
}
