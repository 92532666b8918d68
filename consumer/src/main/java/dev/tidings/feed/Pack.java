package dev.tidings.feed;

import com.github.luben.zstd.Zstd;
import dev.tidings.notification.Notification;
import dev.tidings.wire.NotificationJson;
import dev.tidings.wire.Reading;
import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What neighbouring entries told, as JSON that is compressed together: neighbours have most of
 * their words in common. Immutable; any thread reads it.
 */
final class Pack {

  /** More of them are hardly smaller, and take longer to read one of. */
  static final int ENTRIES = 64;

  private final byte[] compressed;

  /** Where the JSON of each ends. */
  private final int[] ends;

  /** Whoever reads one entry mostly reads the next one, too. */
  private volatile @Nullable WeakReference<byte[]> lastRead;

  private Pack(byte[] compressed, int[] ends) {
    this.compressed = compressed;
    this.ends = ends;
  }

  /**
   * Packs what entries said.
   *
   * @throws IllegalStateException when the native library of zstd cannot be loaded
   */
  static void pack(List<Item> items) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int[] ends = new int[items.size()];
    for (int i = 0; i < ends.length; i++) {
      all.writeBytes(NotificationJson.write(items.get(i).said()));
      ends[i] = all.size();
    }
    Pack pack = new Pack(compressed(all.toByteArray()), ends);
    for (int i = 0; i < ends.length; i++) {
      items.get(i).packedIn(pack, i);
    }
  }

  private static byte[] compressed(byte[] json) {
    try {
      return Zstd.compress(json);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "nothing can be compressed with zstd here, and the feed keeps old entries compressed", e);
    }
  }

  /** What was told in one of its entries. */
  Notification read(int number) {
    int start = number == 0 ? 0 : ends[number - 1];
    byte[] json = Arrays.copyOfRange(json(), start, ends[number]);
    if (NotificationJson.read(json) instanceof Reading.Good<Notification> good) {
      return good.value();
    }
    throw new IllegalStateException("entry " + number + " of a pack can no longer be read");
  }

  private byte[] json() {
    WeakReference<byte[]> last = lastRead;
    byte[] there = last == null ? null : last.get();
    if (there != null) {
      return there;
    }
    byte[] json = Zstd.decompress(compressed, ends[ends.length - 1]);
    lastRead = new WeakReference<>(json);
    return json;
  }
}
