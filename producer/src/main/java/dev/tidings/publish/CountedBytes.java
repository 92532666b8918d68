package dev.tidings.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what is read, which of a compressed input is how far its file has been read. One thread
 * reads, others may ask.
 */
final class CountedBytes extends FilterInputStream {

  private final AtomicLong count;

  CountedBytes(InputStream in, long before) {
    super(in);
    count = new AtomicLong(before);
  }

  long count() {
    return count.get();
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count.addAndGet(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    count.addAndGet(Math.max(0, n));
    return n;
  }
}
