package dev.tidings.feed;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the feed, as it was told. What a reader may see of it now is {@link Feed#shown}.
 *
 * @param seq its offset in the log: the cursor of whoever has read so far
 * @param told when it came into the log
 * @param said what was told then
 * @param earlier the entry before it about the same update
 * @param earlierOfPair the entry before it of the same relationship
 */
public record Item(
    long seq,
    Instant told,
    Notification said,
    @Nullable Item earlier,
    @Nullable Item earlierOfPair) {

  /** Whether readers must no longer use what was told before of the same update. */
  boolean withdraws() {
    return said.reason() == Reason.KILL || said.reason() == Reason.WITHHELD;
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
    return seq + " " + said.reason().word() + " " + said.update().uri();
  }
}
