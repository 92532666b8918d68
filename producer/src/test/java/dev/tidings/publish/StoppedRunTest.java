package dev.tidings.publish;

import static dev.tidings.publish.Rows.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A run that is stopped, as by Ctrl-C, before its input ends. */
class StoppedRunTest {

  @Test
  void leavesWhatItAcknowledgedAndSaysSo() throws Exception {
    Kafka kafka = Kafka.embedded();
    Endless in = new Endless();
    Input input = Input.stream("-", Format.JSONL, in);
    PublishFiles files =
        new PublishFiles(Kafka.request(List.of(input), kafka.client(), false, null));
    CompletableFuture<Account> run = CompletableFuture.supplyAsync(files::run);
    Awaitility.await().until(() -> in.given.get() > 100);

    files.stop();

    Account account = run.get();
    assertThat(account.failure()).hasValue("stopped before the end");
    assertThat(account.notPublished()).isZero();
    assertThat(account.published()).isPositive().isEqualTo(account.lines());
    assertThat(kafka.published()).hasSize((int) account.published());
  }

  /** Line after line, for ever; a read gives what is left of one. */
  private static final class Endless extends InputStream {
    final AtomicLong given = new AtomicLong();
    private InputStream line = InputStream.nullInputStream();

    @Override
    public int read() {
      throw new UnsupportedOperationException("only whole reads");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (line.available() == 0) {
        line =
            new ByteArrayInputStream(
                (json("test:" + given.incrementAndGet()) + "\n").getBytes(UTF_8));
      }
      return line.read(into, from, length);
    }
  }
}
