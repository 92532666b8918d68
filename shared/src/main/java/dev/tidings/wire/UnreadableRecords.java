package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records from which nothing can be read. Each is logged, counted and left out, and the one behind
 * it is read. Safe for use by several threads.
 */
public final class UnreadableRecords {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

  private static final int MOST_REASON = 200;

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /** Leaves a record out. */
  public void leaveOut(ConsumerRecord<byte[], byte[]> record, Reading.Bad<?> why) {
    counts.computeIfAbsent(record.topic(), topic -> new LongAdder()).increment();
    LOG.atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("reason", PlainText.clip(why.inOneLine(), MOST_REASON))
        .log("a record cannot be read; left out");
  }

  /** How many records of a topic were left out. */
  public long count(String topic) {
    LongAdder count = counts.get(topic);
    return count == null ? 0 : count.sum();
  }
}
