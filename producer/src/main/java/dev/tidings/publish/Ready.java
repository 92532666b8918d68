package dev.tidings.publish;

import dev.tidings.intake.InputLine;
import dev.tidings.intake.Outcome;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.UpdateJson;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A line, ready to be published.
 *
 * @param records that a good line becomes
 * @param identities of these records, each of which may have been there before
 */
record Ready(
    InputLine line,
    List<ProducerRecord<byte[], byte[]>> records,
    List<SeenRecords.Identity> identities) {

  static Ready of(InputLine line) {
    return line.outcome() instanceof Outcome.Accepted accepted
        ? accepted(line, accepted)
        : new Ready(line, List.of(), List.of());
  }

  private static Ready accepted(InputLine line, Outcome.Accepted accepted) {
    List<ProducerRecord<byte[], byte[]>> records =
        accepted.updates().stream().map(CloudEvents::record).toList();
    List<SeenRecords.Identity> identities = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      // Two equal lines are duplicates although the clock gave them different instants.
      byte[] said =
          accepted.issuedOnReceipt()
              ? UpdateJson.writeTimeless(accepted.updates().get(i))
              : records.get(i).value();
      identities.add(SeenRecords.Identity.of(said));
    }
    return new Ready(line, records, identities);
  }
}
