package dev.tidings.wire;

import dev.tidings.summary.Summary;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

  /** Reads a record: its key is that of its relationship. */
  public static Reading<Summary> read(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record, Summary.class, summary -> summary.relationship().key());
  }
}
