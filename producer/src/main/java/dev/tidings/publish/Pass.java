package dev.tidings.publish;

import dev.tidings.intake.Input;
import dev.tidings.intake.InputLine;
import dev.tidings.intake.NameTable;
import dev.tidings.intake.Outcome;
import dev.tidings.intake.ReadAhead;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
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
          InputStream in = Input.unpacked(raw);
          ReadAhead<Ready> lines = new ReadAhead<>(in, input.format(), clock, names, Ready::of)) {
        read(input, lines, raw);
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

  private void read(Input input, ReadAhead<Ready> lines, CountedBytes raw) throws IOException {
    for (Ready ready = lines.next(); ready != null; ready = lines.next()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      tally.read();
      InputLine line = ready.line();
      Outcome outcome = line.outcome();
      if (outcome instanceof Outcome.Accepted accepted) {
        notices.add(input.name(), line.number(), accepted.notices());
        accept(ready);
      } else if (outcome instanceof Outcome.Refused refused) {
        tally.refused();
        refusals.add(input.name(), line, refused, lines);
      } else if (outcome instanceof Outcome.LeftOut leftOut) {
        tally.leftOut(leftOut);
        if (leftOut == Outcome.LeftOut.HEADER) {
          refusals.header(lines);
        }
      }
      progress.at(raw.count(), tally.linesRead());
    }
    tally.emptyCells(lines.emptyCells());
    tally.unknownNames(lines.unknownNames());
  }

  private void accept(Ready ready) {
    boolean isNew = false;
    for (SeenRecords.Identity identity : ready.identities()) {
      isNew |= seen.add(identity);
    }
    if (isNew) {
      List<ProducerRecord<byte[], byte[]>> records = ready.records();
      tally.accepted();
      sink.accept(records, () -> tally.acknowledged(records.size()));
    } else {
      tally.duplicate();
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
