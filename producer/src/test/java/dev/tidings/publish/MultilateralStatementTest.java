package dev.tidings.publish;

import static dev.tidings.publish.Kafka.file;
import static dev.tidings.publish.Rows.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.intake.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement of several parties: a record for each pair. */
class MultilateralStatementTest {

  private static final String CREATED = "'versionCreated':'2024-01-16T12:00:00Z'";

  @TempDir Path folder;

  @Test
  void isOneLineAndARecordForEachPair() {
    Kafka kafka = Kafka.embedded();
    String line = json("test:m", "'parties':['IRN','PAK','TUR','GBR']", CREATED);

    Kafka.Run run =
        kafka.publish(Format.JSONL, file(folder, "a.jsonl", line, json("test:b"), line));

    assertThat(run.account())
        .extracting(Account::lines, Account::published, Account::records, Account::duplicates)
        .containsExactly(3L, 2L, 7L, 1L);
    assertThat(kafka.published()).hasSize(7);
  }

  @Test
  void isSeenWholeOrNotAtAll() {
    // The pair AFG-IRN fits, AFG-NONALIGN is some bytes longer and does not.
    String line = json("test:half", "'parties':['AFG','IRN','NONALIGN']", CREATED);
    Path file = file(folder, "a.jsonl", line, json("test:after"));
    int most = bytesThatFit(line);
    Kafka kafka = Kafka.embedded();
    Map<String, Object> narrow = kafka.clientWith("max.request.size", most);

    Kafka.Run run = Kafka.run(Kafka.request(Format.JSONL, List.of(file), narrow, false, null));

    assertThat(run.account().failure())
        .hasValueSatisfying(why -> assertThat(why).contains("cannot be used"));
    assertThat(run.account())
        .extracting(Account::lines, Account::published, Account::notPublished)
        .containsExactly(1L, 0L, 1L);
    assertThat(kafka.published()).isEmpty();
  }

  /** A limit between the sizes of the first pair's record and of the second's, 15 bytes more. */
  private int bytesThatFit(String line) {
    Kafka probe = Kafka.embedded();
    probe.publish(
        Format.JSONL, file(folder, "probe.jsonl", line.replace("test:half", "test:prob")));
    return probe.records("read_committed").stream()
            .mapToInt(MultilateralStatementTest::size)
            .max()
            .orElseThrow()
        - 7;
  }

  /** As Kafka's producer estimates it: 61 bytes for a batch, 21 for a record, lengths, contents. */
  private static int size(ConsumerRecord<byte[], byte[]> record) {
    int size = 61 + 21 + 1 + record.key().length + 2 + record.value().length + 1;
    for (Header header : record.headers()) {
      size += 1 + header.key().length() + 1 + header.value().length;
    }
    return size;
  }
}
