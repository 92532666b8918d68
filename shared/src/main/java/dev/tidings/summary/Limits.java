package dev.tidings.summary;

import dev.tidings.update.Attribution;
import dev.tidings.update.EdtfDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How much a summary lists, so that no summary is larger than a record on its topic may be, 1 MiB.
 *
 * <p>Each list is cut by number. Those whose entries hold lists themselves are cut by bytes of JSON
 * too, which happens only where nearly every text is as long as it may be. At the worst, with uris
 * of 255 and headlines of 300 characters of 4 bytes each: {@code inForce} 320 KiB, {@code claims}
 * 240 KiB, {@code ended} 120 KiB, {@code text} 145 KiB (of it 90 KiB of uris that threads rest on),
 * {@code withdrawn} 51 KiB, {@code recent} 27 KiB, {@code latest} 22 KiB, all else 2 KiB: 927 KiB.
 */
public final class Limits {

  /** Updates, ended threads, withdrawals, answers to a claim, terms that were superseded. */
  public static final int MOST_LISTED = 10;

  public static final int MOST_IN_FORCE = 100;
  public static final int MOST_CLAIMS = 50;

  private static final int KIB = 1024;

  /** What the names of the fields and the words of closed lists take, at most. */
  private static final int THREAD_BYTES = 400;

  private static final int CLAIM_BYTES = 500;
  private static final int ENTRY_BYTES = 120;

  private Limits() {}

  /** Those of the threads in force that fit. */
  public static List<StandingThread> inForce(List<StandingThread> latestFirst) {
    return first(latestFirst, MOST_IN_FORCE, 320 * KIB, Limits::bytes);
  }

  /** Those of the threads that are over that fit. */
  public static List<StandingThread> ended(List<StandingThread> latestFirst) {
    return first(latestFirst, MOST_LISTED, 120 * KIB, Limits::bytes);
  }

  /** Those of the claims that fit. */
  public static List<Claim> claims(List<Claim> latestFirst) {
    return first(latestFirst, MOST_CLAIMS, 240 * KIB, Limits::bytes);
  }

  private static <T> List<T> first(List<T> all, int most, int bytes, ToIntFunction<T> size) {
    int fitting = 0;
    int taken = 0;
    while (fitting < Math.min(most, all.size())) {
      taken += size.applyAsInt(all.get(fitting));
      if (taken > bytes) {
        break;
      }
      fitting++;
    }
    return all.subList(0, fitting);
  }

  private static int bytes(StandingThread thread) {
    int bytes =
        THREAD_BYTES
            + bytes(thread.thread().id())
            + bytes(thread.since())
            + bytes(thread.changed())
            + bytes(thread.until())
            + bytes(thread.terms());
    for (String update : thread.updates()) {
      bytes += bytes(update);
    }
    for (StandingThread.Superseded terms : thread.superseded()) {
      bytes += ENTRY_BYTES + bytes(terms.terms()) + bytes(terms.since()) + bytes(terms.update());
    }
    return bytes;
  }

  private static int bytes(Claim claim) {
    Attribution by = claim.attributedTo();
    int bytes =
        CLAIM_BYTES
            + bytes(claim.uri())
            + bytes(claim.headline())
            + bytes(claim.occurred())
            + (by == null ? 0 : bytes(by.name()) + bytes(by.role()));
    for (Claim.Answer answer : claim.responses()) {
      bytes += ENTRY_BYTES + bytes(answer.update()) + bytes(answer.occurred());
    }
    return bytes;
  }

  private static int bytes(@Nullable EdtfDate date) {
    return date == null ? 0 : bytes(date.toString());
  }

  /** As JSON in UTF-8, with its quotation marks and a comma. */
  private static int bytes(@Nullable String text) {
    return text == null ? 0 : 3 + text.chars().map(Limits::bytes).sum();
  }

  /** Half of a pair of surrogates takes half of four bytes. */
  private static int bytes(int unit) {
    if (unit < 0x80) {
      return unit == '"' || unit == '\\' ? 2 : 1;
    }
    return unit < 0x800 || Character.isSurrogate((char) unit) ? 2 : 3;
  }
}
