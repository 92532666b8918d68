package dev.tidings.intake;

import dev.tidings.text.Invisible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input line by line; a bad line is a value, and reading goes on behind it.
 *
 * <p>Lines are UTF-8 of at most 256 KiB and end in LF or CRLF, or in CR alone where the first does;
 * those of JSON never do. Memory does not grow with the input. Not safe for use by several threads.
 */
public final class Intake {

  private final RawSource lines;
  private final LineReader reader;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private @Nullable RawLine last;

  private Intake(RawSource lines, LineReader reader) {
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
      case JSONL -> new Intake(RawLines.atLineFeedsOnly(in), new JsonLines(clock));
      case CSV -> new Intake(new CsvRecords(RawLines.of(in)), new CsvLines(clock));
      case GDELT -> new Intake(RawLines.of(in), new GdeltLines(clock));
      case ICEWS -> new Intake(RawLines.of(in), new IcewsLines(clock, new Actors(names)));
      case QUADS -> new Intake(RawLines.of(in), new QuadLines(clock, new Actors(names)));
    };
  }

  /** The next line; null at the end. */
  public @Nullable InputLine next() throws IOException {
    RawLine raw = lines.next();
    last = raw;
    return raw == null ? null : new InputLine(raw.number(), outcome(raw));
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
    if (last == null) {
      return;
    }
    out.write(last.bytes());
    if (last.isOverlong()) {
      LastByte rest = new LastByte(out);
      lines.copyRest(rest);
      endLine(rest.last, out);
    } else {
      endLine(last.bytes()[last.bytes().length - 1], out);
    }
  }

  private void endLine(int lastByte, OutputStream out) throws IOException {
    if (!lines.isLineEnd(lastByte)) {
      out.write('\n');
    }
  }

  private Outcome outcome(RawLine raw) {
    return switch (raw.fault()) {
      case NONE -> text(raw);
      case OVERLONG -> Outcome.Refused.because("", "longer than 256 KiB; expected at most that");
      case OPEN_QUOTE ->
          Outcome.Refused.because("", "a quote opens that never closes; expected quotes in pairs");
    };
  }

  private Outcome text(RawLine raw) {
    ByteBuffer bytes = ByteBuffer.wrap(raw.bytes(), raw.start(), raw.end() - raw.start());
    String text;
    try {
      text = utf8.decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return Outcome.Refused.because(
          "",
          String.format(
              Locale.ROOT, "byte %d is not UTF-8; expected UTF-8 text", bytes.position() + 1));
    }
    return Invisible.isAll(text) ? Outcome.LeftOut.BLANK : reader.read(text);
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
