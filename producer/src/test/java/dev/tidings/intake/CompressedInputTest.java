package dev.tidings.intake;

import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.read;
import static dev.tidings.intake.Lines.updates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Input that may be compressed. */
class CompressedInputTest {

  private static final String ONE = quad("2018-10-31", "Iran", "Consult", "Pakistan") + "\n";
  private static final String TWO = quad("2018-10-31", "Iran", "Consult", "India") + "\n";

  @Test
  void isReadInOneMember() {
    assertThat(updates(read(Format.QUADS, gzip(ONE + TWO)))).hasSize(2);
  }

  @Test
  void isReadInSeveralMembers() {
    byte[] members = joined(gzip(ONE), gzip(TWO), gzip(ONE));

    assertThat(updates(read(Format.QUADS, members))).hasSize(3);
  }

  @Test
  void isReadInSeveralMembersThroughAPipe() {
    InputStream pipe = new Trickle(joined(gzip(ONE), gzip(TWO), gzip(ONE)));

    assertThat(updates(read(Format.QUADS, pipe))).hasSize(3);
  }

  @Test
  void mayBePlainAndEmpty() {
    assertThat(read(Format.QUADS, "")).isEmpty();
    assertThat(read(Format.QUADS, new byte[] {0x1F})).hasSize(1);
  }

  @Test
  void isAFailureWhenItIsCut() {
    byte[] whole = gzip(ONE + TWO);
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);

    assertThatThrownBy(() -> read(Format.QUADS, cut)).isInstanceOf(UncheckedIOException.class);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /** A pipe that never has more than one byte ready, and none before it is asked. */
  private static final class Trickle extends FilterInputStream {
    Trickle(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int available() {
      return 0;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return super.read(into, from, Math.min(1, length));
    }
  }
}
