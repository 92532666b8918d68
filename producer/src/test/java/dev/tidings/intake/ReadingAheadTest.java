package dev.tidings.intake;

import static dev.tidings.intake.Lines.quad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidings.update.RelationshipUpdate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadingAheadTest {

  private static final String QUAD = quad("2018-10-31", "Iran", "Consult", "Pakistan");
  private static final int LINES = 20_000;

  @Test
  void keepsTheOrderOfLinesThatSeveralThreadsRead() throws IOException {
    var threads = ConcurrentHashMap.<Thread>newKeySet();
    try (ReadAhead<Long> lines =
        ahead(
            stream((QUAD + "\n").repeat(LINES)),
            Format.QUADS,
            line -> {
              threads.add(Thread.currentThread());
              return line.number();
            })) {
      assertThat(all(lines)).isEqualTo(LongStream.rangeClosed(1, LINES).boxed().toList());
    }
    assertThat(threads).doesNotContain(Thread.currentThread());
  }

  @Test
  void readsEveryRowUnderAHeaderThatComesLate() throws IOException {
    String rows =
        IntStream.range(0, LINES)
            .mapToObj(i -> "test:" + i + ",visit,visit,1950-03,IRN,PAK,The Shah visits\n")
            .collect(Collectors.joining());
    String file =
        "\n".repeat(LINES * 10) + "uri,kind,mode,occurred,actor,counterpart,headline\n" + rows;

    try (ReadAhead<Outcome> lines = ahead(stream(file), Format.CSV, InputLine::outcome)) {
      assertThat(all(lines).stream().filter(Outcome.Accepted.class::isInstance)).hasSize(LINES);
    }
  }

  @Test
  void issuesWhatDoesNotSayWhenInTheOrderOfTheLines() throws IOException {
    String line =
        "{\"uri\":\"urn:a\",\"kind\":\"visit\",\"mode\":\"visit\",\"occurred\":\"1950-03\","
            + "\"actor\":\"IRN\",\"counterpart\":\"PAK\",\"headline\":\"The Shah visits\"}\n";
    try (ReadAhead<InputLine> lines =
        new ReadAhead<>(
            stream(line.repeat(5_000)),
            Format.JSONL,
            new Ticking(),
            NameTable.EMPTY,
            Function.identity())) {
      assertThat(Lines.updates(all(lines)))
          .extracting(RelationshipUpdate::versionCreated)
          .hasSize(5_000)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void givesALineOfAPipeBeforeTheNextIsWritten() throws IOException {
    try (PipedOutputStream pipe = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(pipe);
        ReadAhead<Long> lines = ahead(in, Format.QUADS, InputLine::number)) {
      pipe.write((QUAD + "\nhalf of the next").getBytes(StandardCharsets.UTF_8));
      pipe.flush();

      assertThat(lines.next()).isEqualTo(1);
    }
  }

  @Test
  void doesNotReadAnInputThatNobodyTakesToItsEnd() throws IOException {
    AtomicInteger reads = new AtomicInteger();
    AtomicInteger readBeforeAnyWasTaken = new AtomicInteger();
    byte[] line = (QUAD + "\n").getBytes(StandardCharsets.UTF_8);
    InputStream in =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException("read one byte");
          }

          @Override
          public int read(byte[] into, int from, int length) {
            System.arraycopy(line, 0, into, from, line.length);
            return reads.incrementAndGet() > 1_000 ? -1 : line.length;
          }
        };
    try (ReadAhead<Long> lines = ahead(in, Format.QUADS, InputLine::number)) {
      await().until(() -> reads.get() > 16);
      readBeforeAnyWasTaken.set(reads.get());

      assertThat(all(lines)).hasSize(1_000);
    }
    assertThat(readBeforeAnyWasTaken).hasValueLessThan(20);
  }

  @Test
  void copiesTheRestOfALineThatIsTooLong() throws IOException {
    String overlong = "x".repeat(700_000) + "\n";
    try (ReadAhead<InputLine> lines =
        ahead(
            stream(QUAD + "\n" + overlong + overlong + QUAD), Format.QUADS, Function.identity())) {
      lines.next();
      assertThat(Lines.problems(outcome(lines)))
          .containsExactly("longer than 256 KiB; expected at most that");
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      lines.copyLast(copy);

      assertThat(copy).hasToString(overlong);
      assertThat(Lines.problems(outcome(lines))).hasSize(1);
      assertThat(outcome(lines)).isInstanceOf(Outcome.Accepted.class);
      assertThat(lines.next()).isNull();
    }
  }

  @Test
  void tellsAFailureBehindTheLinesThatWereRead() throws IOException {
    InputStream in =
        new InputStream() {
          private final InputStream good = stream((QUAD + "\n").repeat(LINES));

          @Override
          public int read() throws IOException {
            return good.read();
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            int n = good.read(into, from, length);
            if (n < 0) {
              throw new IOException("the disk is gone");
            }
            return n;
          }
        };
    List<Long> taken = new ArrayList<>();
    try (ReadAhead<Long> lines = ahead(in, Format.QUADS, InputLine::number)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> takeAll(lines, taken))
          .withMessage("the disk is gone");
    }
    assertThat(taken).hasSize(LINES);
  }

  @Test
  void failsWhereALineCannotBePrepared() {
    try (ReadAhead<Long> lines =
        ahead(
            stream(QUAD),
            Format.QUADS,
            line -> {
              throw new AssertionError("no memory");
            })) {
      assertThatThrownBy(lines::next).hasRootCauseMessage("no memory");
    }
  }

  @Test
  void endsWithoutAnInputThatGivesNothing() throws IOException {
    try (PipedOutputStream pipe = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(pipe)) {
      ReadAhead<Long> lines = ahead(in, Format.QUADS, InputLine::number);
      lines.close();

      pipe.write(QUAD.getBytes(StandardCharsets.UTF_8));
      assertThat(in.available()).isPositive();
    }
  }

  private static <T> ReadAhead<T> ahead(
      InputStream in, Format format, Function<InputLine, T> prepare) {
    return new ReadAhead<>(in, format, Lines.CLOCK, NameTable.EMPTY, prepare);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome outcome(ReadAhead<InputLine> lines) throws IOException {
    InputLine line = lines.next();
    return line == null ? Outcome.LeftOut.BLANK : line.outcome();
  }

  private static <T> List<T> all(ReadAhead<T> lines) throws IOException {
    List<T> all = new ArrayList<>();
    takeAll(lines, all);
    return all;
  }

  private static <T> void takeAll(ReadAhead<T> lines, List<T> into) throws IOException {
    for (T line = lines.next(); line != null; line = lines.next()) {
      into.add(line);
    }
  }

  /** Each time that it is asked, a second later. */
  private static final class Ticking extends Clock {
    private final AtomicLong seconds = new AtomicLong(1_700_000_000);

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
