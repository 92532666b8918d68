package dev.tidings.intake;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Where a format's raw lines come from. */
interface RawSource {

  /** The next one; null at the end. */
  @Nullable RawLine next() throws IOException;

  /** Writes what an overlong line, just returned by {@link #next()}, has beyond its beginning. */
  void copyRest(OutputStream out) throws IOException;

  /** Whether a line whose last byte is this one has its line end. */
  boolean isLineEnd(int last);
}
