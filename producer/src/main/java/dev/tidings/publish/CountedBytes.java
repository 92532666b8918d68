package dev.tidings.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, which of a compressed input is how far its file has been read. */
final class CountedBytes extends FilterInputStream {

  private long count;

  CountedBytes(InputStream in, long before) {
    super(in);
    count = before;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    count += Math.max(0, n);
    return n;
  }
}
