package dev.tidings.intake;

import static dev.tidings.intake.Lines.problems;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.read;
import static dev.tidings.intake.Lines.updates;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no proper lines, in the middle of lines that are. */
class BrokenLinesTest {

  private static final String GOOD = quad("2018-10-31", "Iran", "Consult", "Pakistan");
  private static final String OTHER = quad("2018-10-31", "Iran", "Consult", "India");

  @Test
  void brokenUtf8CostsItsOwnLineOnly() {
    byte[] bytes = bytes(GOOD + "\n" + "2018-10-31\tCura?ao\n" + OTHER + "\n");
    bytes[GOOD.length() + 1 + 15] = (byte) 0xE7; // ç in Latin-1

    List<InputLine> lines = read(Format.QUADS, bytes);

    assertThat(updates(lines)).hasSize(2);
    assertThat(lines.get(1).number()).isEqualTo(2);
    assertThat(problems(lines.get(1).outcome()))
        .containsExactly("byte 16 is not UTF-8; expected UTF-8 text");
  }

  @Test
  void anOverlongLineCostsItselfOnly() {
    String overlong = "x".repeat(3 * RawLine.MOST_BYTES);

    List<InputLine> lines = read(Format.QUADS, GOOD + "\n" + overlong + "\n" + OTHER);

    assertThat(updates(lines)).hasSize(2);
    assertThat(problems(lines.get(1).outcome()))
        .containsExactly("longer than 256 KiB; expected at most that");
    assertThat(lines).extracting(InputLine::number).containsExactly(1L, 2L, 3L);
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536, 65_537, 262_142, 262_143})
  void aLineUpToTheLimitIsRead(int length) {
    String line = GOOD + "\t" + "x".repeat(length - GOOD.length() - 1);

    List<InputLine> lines = read(Format.QUADS, line + "\n" + OTHER + "\n");

    assertThat(updates(lines)).hasSize(2);
  }

  @Test
  void lineEndsAreLfOrCrlfOrTheEnd() {
    List<InputLine> lines = read(Format.QUADS, GOOD + "\r\n" + OTHER + "\n" + GOOD);

    assertThat(updates(lines)).hasSize(3);
  }

  @Test
  void aByteOrderMarkIsNoPartOfALine() {
    List<InputLine> lines = read(Format.QUADS, "\uFEFF" + GOOD + "\n\uFEFF" + OTHER);

    assertThat(updates(lines)).hasSize(2);
  }

  @Test
  void blankLinesAreNoRows() {
    List<InputLine> lines = read(Format.QUADS, "\n \t\r\n" + GOOD);

    assertThat(lines)
        .extracting(InputLine::outcome)
        .startsWith(Outcome.LeftOut.BLANK, Outcome.LeftOut.BLANK);
    assertThat(updates(lines)).hasSize(1);
  }

  @Test
  void aHeaderMayStandAnywhere() {
    String header = "date\tsource\trelation\ttarget\tsplit";

    List<InputLine> lines = read(Format.QUADS, GOOD + "\n" + header + "\n" + OTHER);

    assertThat(lines.get(1).outcome()).isEqualTo(Outcome.LeftOut.HEADER);
    assertThat(updates(lines)).hasSize(2);
  }

  @Test
  void aHeaderOfIcewsMayStandAnywhere() {
    String[] header = Lines.filled(20);
    header[0] = "Event ID";
    String row = Lines.icews("2018-06-01", "x", "Iran", "042", "-", "y", "Pakistan");

    List<InputLine> lines = read(Format.ICEWS, row + "\n" + String.join("\t", header) + "\n" + row);

    assertThat(lines.get(1).outcome()).isEqualTo(Outcome.LeftOut.HEADER);
    assertThat(updates(lines)).hasSize(2);
  }

  @Test
  void areGivenBackByteForByte() throws IOException {
    byte[] broken = bytes("2018\r\n\uFEFF" + "x".repeat(300_000) + "\r\n?");
    broken[broken.length - 1] = (byte) 0xFF;
    Intake intake = Intake.of(new ByteArrayInputStream(broken), Format.QUADS, Lines.CLOCK);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();

    while (intake.next() != null) {
      intake.copyLast(kept);
    }

    byte[] given = kept.toByteArray();
    assertThat(given).startsWith(broken).hasSize(broken.length + 1).endsWith('\n');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
