package dev.tidings.wire;

import dev.tidings.summary.Summary;
import org.jspecify.annotations.Nullable;

/** A summary as UTF-8 JSON. */
public final class SummaryJson {

  private SummaryJson() {}

  /** The record's value. The same summary gives the same bytes, on one line. */
  public static byte[] write(Summary summary) {
    return Json.MAPPER.writeValueAsBytes(summary);
  }

  /** Reads what {@link #write} wrote, in this version or an older or newer one. */
  public static Reading<Summary> read(byte @Nullable [] value) {
    return Json.read(value, Summary.class);
  }
}
