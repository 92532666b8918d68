package dev.tidings.publish;

import dev.tidings.intake.Input;
import dev.tidings.intake.InputLine;
import dev.tidings.intake.Intake;
import dev.tidings.intake.NameTable;
import dev.tidings.intake.Outcome;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.UpdateJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Reads all inputs once, counts every line, and hands on those that are good and new.
 *
 * @param names the operator's table of names
 * @param tally counts
 * @param sink takes what a line became
 * @param refusals keeps what was refused
 * @param notices says what is worth knowing of what was not
 * @param progress is told how far it is
 * @param stopped whether to end behind this line
 */
record Pass(
    Clock clock,
    NameTable names,
    Tally tally,
    Sink sink,
    Refusals refusals,
    Notices notices,
    Progress progress,
    SeenRecords seen,
    BooleanSupplier stopped) {

  /** Takes the records of one line. */
  interface Sink {
    void accept(List<ProducerRecord<byte[], byte[]>> records, Runnable acknowledged);
  }

  void over(List<Input> inputs) throws IOException {
    long bytes = 0;
    for (Input input : inputs) {
      refusals.newInput();
      long before = tally.linesRead();
      try (CountedBytes raw = new CountedBytes(input.opener().open(), bytes);
          InputStream in = Input.unpacked(raw)) {
        read(input, Intake.of(in, input.format(), clock, names), raw);
        bytes = raw.count();
      } catch (IOException e) {
        long line = tally.linesRead() - before;
        String where = line == 0 ? "" : " after line " + line;
        throw new IOException(
            String.format(Locale.ROOT, "%s: cannot be read%s: %s", input.name(), where, reason(e)),
            e);
      }
    }
    progress.finish(bytes);
  }

  private void read(Input input, Intake intake, CountedBytes raw) throws IOException {
    for (InputLine line = intake.next(); line != null; line = intake.next()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      tally.read();
      Outcome outcome = line.outcome();
      if (outcome instanceof Outcome.Accepted accepted) {
        notices.add(input.name(), line.number(), accepted.notices());
        accept(accepted);
      } else if (outcome instanceof Outcome.Refused refused) {
        tally.refused();
        refusals.add(input.name(), line, refused, intake);
      } else if (outcome instanceof Outcome.LeftOut leftOut) {
        tally.leftOut(leftOut);
        if (leftOut == Outcome.LeftOut.HEADER) {
          refusals.header(intake);
        }
      }
      progress.at(raw.count(), tally.linesRead());
    }
    tally.emptyCells(intake.emptyCells());
    tally.unknownNames(intake.unknownNames());
  }

  private void accept(Outcome.Accepted accepted) {
    List<ProducerRecord<byte[], byte[]>> records =
        accepted.updates().stream().map(CloudEvents::record).toList();
    boolean isNew = false;
    for (int i = 0; i < records.size(); i++) {
      byte[] identity =
          accepted.issuedOnReceipt() ? timeless(accepted.updates().get(i)) : records.get(i).value();
      isNew |= seen.add(identity);
    }
    if (isNew) {
      tally.accepted();
      sink.accept(records, () -> tally.acknowledged(records.size()));
    } else {
      tally.duplicate();
    }
  }

  /** Two equal lines are duplicates although the clock gave them different instants. */
  private static byte[] timeless(RelationshipUpdate update) {
    return UpdateJson.write(update.republished(Instant.EPOCH, update.sources()));
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
