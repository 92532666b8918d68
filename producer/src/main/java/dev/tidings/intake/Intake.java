package dev.tidings.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.text.Invisible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input line by line; a bad line is a value, and reading goes on behind it.
 *
 * <p>Lines are UTF-8 of at most 256 KiB and end in LF or CRLF, or in CR alone where the first does;
 * those of JSON never do. Memory does not grow with the input. Not safe for use by several threads.
 */
public final class Intake {

  /** What the JDK puts in place of bytes that are not UTF-8. */
  private static final char REPLACED = '\uFFFD';

  private final Clock clock;
  private final RawSource lines;
  private final LineReader reader;
  private @Nullable RawLine last;

  private Intake(Clock clock, RawSource lines, LineReader reader) {
    this.clock = clock;
    this.lines = lines;
    this.reader = reader;
  }

  /**
   * Reads bytes that are no longer compressed; see {@code Input.open}.
   *
   * @param clock gives a {@code versionCreated} to submissions that have none, and says which dates
   *     are in the future
   */
  public static Intake of(InputStream in, Format format, Clock clock) {
    return of(in, format, clock, NameTable.EMPTY);
  }

  /**
   * Reads them with an operator's table of names, which is asked before ours; ICEWS and quads alone
   * have names.
   */
  public static Intake of(InputStream in, Format format, Clock clock, NameTable names) {
    return switch (format) {
      case JSONL -> new Intake(clock, RawLines.atLineFeedsOnly(in), new JsonLines());
      case CSV -> new Intake(clock, new CsvRecords(RawLines.of(in)), new CsvLines());
      case GDELT -> new Intake(clock, RawLines.of(in), new GdeltLines());
      case ICEWS -> new Intake(clock, RawLines.of(in), new IcewsLines(new Actors(names)));
      case QUADS -> new Intake(clock, RawLines.of(in), new QuadLines(new Actors(names)));
    };
  }

  /** The next line; null at the end. */
  public @Nullable InputLine next() throws IOException {
    RawLine raw = nextRaw();
    last = raw;
    return raw == null ? null : read(raw, clock.instant());
  }

  /** The next line as it stands there. */
  @Nullable RawLine nextRaw() throws IOException {
    return lines.next();
  }

  /** What a line says; in several threads at once if it {@link #isUnderWay}. */
  InputLine read(RawLine raw, Instant receivedAt) {
    return new InputLine(raw.number(), outcome(raw, receivedAt));
  }

  /** Whether what a line says no longer depends on the lines read so far, as on a header. */
  boolean isUnderWay() {
    return reader.isUnderWay();
  }

  /** The names read so far that no table knows; of ICEWS and quads alone. */
  public UnknownNames unknownNames() {
    return reader.unknownNames();
  }

  /** How many empty cells that belong to no column were ignored so far. */
  public long emptyCells() {
    return reader.emptyCells();
  }

  /**
   * Writes the bytes of the line last read, just as they came, and a line feed if they have none.
   */
  public void copyLast(OutputStream out) throws IOException {
    if (last != null) {
      copy(last, out);
    }
  }

  /** The same of any line; of an overlong one before the next is read. */
  void copy(RawLine line, OutputStream out) throws IOException {
    out.write(line.bytes());
    if (line.isOverlong()) {
      LastByte rest = new LastByte(out);
      lines.copyRest(rest);
      endLine(rest.last, out);
    } else {
      endLine(line.bytes()[line.bytes().length - 1], out);
    }
  }

  private void endLine(int lastByte, OutputStream out) throws IOException {
    if (!lines.isLineEnd(lastByte)) {
      out.write('\n');
    }
  }

  private Outcome outcome(RawLine raw, Instant receivedAt) {
    return switch (raw.fault()) {
      case NONE -> text(raw, receivedAt);
      case OVERLONG -> Outcome.Refused.because("", "longer than 256 KiB; expected at most that");
      case OPEN_QUOTE ->
          Outcome.Refused.because("", "a quote opens that never closes; expected quotes in pairs");
    };
  }

  private Outcome text(RawLine raw, Instant receivedAt) {
    String text = new String(raw.bytes(), raw.start(), raw.end() - raw.start(), UTF_8);
    if (text.indexOf(REPLACED) >= 0) {
      int wrong = firstWrongByte(raw);
      if (wrong > 0) {
        return Outcome.Refused.because(
            "", String.format(Locale.ROOT, "byte %d is not UTF-8; expected UTF-8 text", wrong));
      }
    }
    return Invisible.isAll(text) ? Outcome.LeftOut.BLANK : reader.read(text, receivedAt);
  }

  /** Which byte is not UTF-8, from 1; 0 if all are. */
  private static int firstWrongByte(RawLine raw) {
    ByteBuffer bytes = ByteBuffer.wrap(raw.bytes(), raw.start(), raw.end() - raw.start());
    try {
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes);
      return 0;
    } catch (CharacterCodingException e) {
      return bytes.position() + 1;
    }
  }

  /** Remembers how the bytes ended. */
  private static final class LastByte extends OutputStream {
    private final OutputStream out;
    private int last;

    LastByte(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      last = b;
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (length > 0) {
        last = bytes[from + length - 1];
        out.write(bytes, from, length);
      }
    }
  }
}
