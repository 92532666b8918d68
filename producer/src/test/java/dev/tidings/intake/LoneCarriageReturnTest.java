package dev.tidings.intake;

import static dev.tidings.intake.Lines.problems;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.read;
import static dev.tidings.intake.Lines.updates;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.RelationshipUpdate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A carriage return without a line feed: the line end of old spreadsheets, or part of a text. */
class LoneCarriageReturnTest {

  private static final String HEADER = "uri,kind,mode,occurred,actor,counterpart,headline";
  private static final String ROW = "test:a,visit,visit,1950-03,IRN,PAK,The Shah visits";
  private static final String OTHER = "test:b,visit,visit,1950-04,IRN,PAK,The Shah leaves";
  private static final String QUAD = quad("2018-10-31", "Iran", "Consult", "Pakistan");

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n", "\r\r\n", "\n\r"})
  void endsTheRowsOfAFileWhoseHeaderEndsInOne(String end) {
    List<InputLine> lines =
        read(Format.CSV, HEADER + end + ROW + end + OTHER + end + ROW.replace("test:a", "test:c"));

    assertThat(updates(lines))
        .extracting(RelationshipUpdate::headline)
        .containsExactly("The Shah visits", "The Shah leaves", "The Shah visits");
  }

  @Test
  void endsALineThatHasItsNumber() {
    String file =
        HEADER + "\r" + ROW + "\r" + ROW.replace("PAK", "XX") + "\r\n" + OTHER + "\n" + ROW;

    List<InputLine> lines = read(Format.CSV, file);

    assertThat(lines).extracting(InputLine::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(updates(lines)).hasSize(3);
    assertThat(problems(lines.get(2).outcome()))
        .singleElement()
        .asString()
        .startsWith("counterpart: unknown party 'XX'");
  }

  @Test
  void endsALineWhereverTheBufferEnds() {
    byte[] file =
        (HEADER + "\r" + (ROW + "\r").repeat(3) + ROW + "\r\n").getBytes(StandardCharsets.UTF_8);

    List<InputLine> lines = read(Format.CSV, new OneByteAtATime(new ByteArrayInputStream(file)));

    assertThat(updates(lines)).hasSize(4);
    assertThat(lines).hasSize(5);
  }

  @Test
  void betweenTwoRowsOfAFileOfLineFeedsRefusesBoth() {
    List<InputLine> lines =
        read(Format.CSV, HEADER + "\n" + ROW + "\r" + OTHER + "\n" + OTHER + "\n");

    assertThat(updates(lines)).extracting(RelationshipUpdate::uri).containsExactly("test:b");
    assertThat(lines.get(1).number()).isEqualTo(2);
    assertThat(problems(lines.get(1).outcome()))
        .containsExactly(
            "a carriage return without a line feed behind 'The Shah visits'; expected LF or CRLF"
                + " behind a row, and quotes around a cell that has line ends");
  }

  @Test
  void withinACellRefusesTheRowAndShortensNothing() {
    String cut = ROW.replace("visits", "visits\rTehran");

    List<InputLine> lines = read(Format.CSV, HEADER + "\r\n" + cut + "\r\n" + OTHER + "\r\n");

    assertThat(updates(lines))
        .extracting(RelationshipUpdate::headline)
        .containsExactly("The Shah leaves");
    assertThat(problems(lines.get(1).outcome()))
        .singleElement()
        .asString()
        .startsWith("a carriage return without a line feed behind 'The Shah visits'");
  }

  @Test
  void behindTheHeaderOfAFileThatBeginsWithALineFeedRefusesAll() {
    List<InputLine> lines = read(Format.CSV, "\n" + HEADER + "\r" + ROW + "\n" + OTHER);

    assertThat(updates(lines)).isEmpty();
    assertThat(problems(lines.get(1).outcome()))
        .singleElement()
        .asString()
        .startsWith("a carriage return without a line feed behind 'headline'");
    assertThat(problems(lines.get(2).outcome()))
        .containsExactly("stands under a header that was refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\r\n", "\n"})
  void withinAQuotedBodyIsANewLine(String end) {
    String file = HEADER + ",body" + end + ROW + ",\"One" + end + "two\"" + end + OTHER + ",three";

    List<InputLine> lines = read(Format.CSV, file);

    assertThat(updates(lines))
        .extracting(RelationshipUpdate::body)
        .containsExactly("One\ntwo", "three");
    assertThat(lines).extracting(InputLine::number).containsExactly(1L, 2L, 4L);
  }

  @Test
  void endsTheLinesOfTabSeparatedFilesToo() {
    String icews = Lines.icews("2018-06-01", "x", "Iran", "042", "-", "y", "Pakistan");
    String gdelt = Lines.gdelt("20180101", "IRN", "042", "PAK", "20180102", "http://a.example/");

    assertThat(updates(read(Format.QUADS, QUAD + "\r" + QUAD + "\r"))).hasSize(2);
    assertThat(updates(read(Format.ICEWS, icews + "\r" + icews))).hasSize(2);
    assertThat(updates(read(Format.GDELT, gdelt + "\r" + gdelt + "\r"))).hasSize(2);
  }

  @Test
  void withinATabSeparatedLineIsPartOfItsCell() {
    List<InputLine> lines =
        read(Format.QUADS, QUAD + "\n" + QUAD + "\ttrain\rtest\n" + QUAD + "\r" + QUAD + "\n");

    assertThat(updates(lines)).hasSize(2);
    assertThat(problems(lines.get(2).outcome()))
        .containsExactly("7 columns; expected 4 or 5, tab separated");
  }

  @Test
  void isABlankInJson() {
    String update =
        """
        {"uri":"test:a","kind":"visit","mode":"visit","occurred":"1950-03",\
        "actor":"IRN","counterpart":"PAK",\r"headline":"The Shah visits"}\r""";

    assertThat(updates(read(Format.JSONL, update + "\n" + update + "\n"))).hasSize(2);
    assertThat(problems(read(Format.JSONL, update + update).get(0).outcome()))
        .hasSize(2)
        .contains(
            "a carriage return without a line feed at character 102; expected LF or CRLF behind"
                + " each update");
  }

  @Test
  void isGivenBackAsItCame() throws IOException {
    String bad = ROW.replace("PAK", "XX");
    String file = HEADER + "\r" + bad + "\r" + "y".repeat(600_000) + "\r" + bad;
    Intake intake = Intake.of(stream(file), Format.CSV, Lines.CLOCK);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();

    while (intake.next() != null) {
      intake.copyLast(kept);
    }

    assertThat(kept.toString(StandardCharsets.UTF_8)).isEqualTo(file + "\n");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** So that every place is once the end of what was read. */
  private static final class OneByteAtATime extends java.io.FilterInputStream {
    OneByteAtATime(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return super.read(bytes, from, Math.min(1, length));
    }
  }
}
