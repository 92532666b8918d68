package dev.tidings.publish;

import dev.tidings.intake.InputLine;
import dev.tidings.intake.Outcome;
import dev.tidings.intake.ReadAhead;
import dev.tidings.update.Problem;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names refused lines, of very many the first, and keeps all, byte for byte, in a file. The header
 * that they stood under is kept as well, so that the file, once mended, can be published.
 */
final class Refusals implements AutoCloseable {

  /** Whoever gives a large file under a wrong format wants no message for each of its lines. */
  private static final int MOST_NAMED = 1_000;

  private final @Nullable Path file;
  private final @Nullable OutputStream kept;
  private final Consumer<String> say;
  private byte[] header = {};
  private byte[] keptHeader = {};
  private long count;

  /**
   * Begins an empty file.
   *
   * @param file where to keep the lines; null: nowhere
   * @param say takes one message a line
   */
  Refusals(@Nullable Path file, Consumer<String> say) throws IOException {
    this.file = file;
    this.say = say;
    kept = file == null ? null : new BufferedOutputStream(Files.newOutputStream(file));
  }

  void newInput() {
    header = new byte[0];
  }

  void header(ReadAhead<?> lines) throws IOException {
    if (kept != null && header.length == 0) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      lines.copyLast(bytes);
      header = bytes.toByteArray();
    }
  }

  void add(String input, InputLine line, Outcome.Refused refused, ReadAhead<?> lines)
      throws IOException {
    count++;
    if (count <= MOST_NAMED) {
      String problems =
          refused.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
      say.accept(String.format(Locale.ROOT, "%s:%d: %s", input, line.number(), problems));
    }
    if (kept != null) {
      if (header.length > 0 && !Arrays.equals(header, keptHeader)) {
        kept.write(header);
        keptHeader = header;
      }
      lines.copyLast(kept);
    }
  }

  /** Says how many were not named, and where they are. */
  void sumUp() {
    if (count > MOST_NAMED) {
      String where = file == null ? "keep them with --refused FILE" : "see " + file;
      say.accept(
          String.format(Locale.ROOT, "and %,d more refused lines (%s)", count - MOST_NAMED, where));
    }
  }

  @Override
  public void close() throws IOException {
    if (kept != null) {
      kept.close();
    }
  }
}
