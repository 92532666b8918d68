package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Updates;
import dev.tidings.bench.process.Child;
import dev.tidings.bench.process.Product;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.UpdateJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Lines that {@code tidings publish} reads, checks and gets acknowledged a second, beside Kafka's
 * own {@code kafka-producer-perf-test} with records of the same bytes. Of both it is the time from
 * the start of the process to its end.
 */
final class Publish implements Part {

  private static final int UPDATES = 500_000;
  private static final String OURS = "**`tidings publish`**, lines/s";
  private static final String THEIRS = "`kafka-producer-perf-test`, records/s";
  private static final String TOPIC = "bench-perf";
  private static final String PERF_TEST = "org.apache.kafka.tools.ProducerPerformance";
  private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public Result run(Session session) throws Exception {
    session.closeBroker();
    int updates = session.updates(UPDATES);
    Path folder = Files.createDirectories(session.newFolder());
    Path lines = folder.resolve("updates.jsonl");
    Path records = folder.resolve("records");
    write(Updates.of(updates, session.seed()), lines, records);
    try (FilledBroker broker = FilledBroker.start(session.newFolder(), 0, session.seed())) {
      broker.create(TOPIC);
      Rounds rounds =
          new Rounds(session)
              .with(OURS, () -> updates / ours(session, broker, lines))
              .with(THEIRS, () -> updates / theirs(broker, updates, records))
              .run();
      return new Result(
          String.format(
              Locale.ROOT,
              "%,d lines of %d bytes, records of %d bytes with key and headers",
              updates,
              Files.size(lines) / updates,
              Files.size(records) / updates),
          rounds.measures(),
          List.of(
              Goal.atLeast(
                  0.5, "× `kafka-producer-perf-test`", rounds.of(OURS).over(rounds.of(THEIRS)))));
    }
  }

  private static double ours(Session session, FilledBroker broker, Path lines)
      throws InterruptedException {
    try (Child publish =
        Product.run(
            session.home(),
            List.of(),
            "publish",
            "--kafka",
            broker.bootstrap(),
            lines.toString())) {
      publish.awaitEnd();
      return seconds(publish);
    }
  }

  /** As Kafka's documentation tunes a producer for throughput, with the guarantee of ours. */
  private static double theirs(FilledBroker broker, int updates, Path records)
      throws InterruptedException {
    try (Child test =
        Child.java(
            JVM,
            PERF_TEST,
            "--topic",
            TOPIC,
            "--num-records",
            String.valueOf(updates),
            "--payload-file",
            records.toString(),
            "--throughput",
            "-1",
            "--producer-props",
            "bootstrap.servers=" + broker.bootstrap(),
            "acks=all",
            "compression.type=lz4",
            "linger.ms=20",
            "batch.size=200000",
            "buffer.memory=" + 128 * 1024 * 1024)) {
      test.awaitEnd();
      return seconds(test);
    }
  }

  private static double seconds(Child ended) {
    return (System.nanoTime() - ended.started()) / 1e9;
  }

  private static void write(Updates updates, Path lines, Path records) throws IOException {
    try (OutputStream line = new BufferedOutputStream(Files.newOutputStream(lines));
        OutputStream record = new BufferedOutputStream(Files.newOutputStream(records))) {
      while (updates.hasNext()) {
        RelationshipUpdate update = updates.next();
        line.write(UpdateJson.write(update));
        line.write('\n');
        write(CloudEvents.record(update), record);
      }
    }
  }

  private static void write(ProducerRecord<byte[], byte[]> of, OutputStream record)
      throws IOException {
    record.write(of.key());
    for (Header header : of.headers()) {
      record.write(header.key().getBytes(StandardCharsets.UTF_8));
      record.write(header.value());
    }
    record.write(of.value());
    record.write('\n');
  }
}
