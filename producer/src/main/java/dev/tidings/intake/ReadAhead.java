package dev.tidings.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input on all cores, ahead of whoever takes its lines, who gets them in their order.
 *
 * <p>The lines that end in what one read of the input gave are one piece of work: no line waits for
 * input behind it, as in a pipe. At most 16 pieces are under way. A piece has the lines of 64 KiB,
 * so that memory does not grow with the input. A bad line is a value, as in {@link Intake}.
 *
 * <p>For one thread, which closes it.
 *
 * @param <T> what becomes of a line, on any core
 */
public final class ReadAhead<T> implements AutoCloseable {

  private static final int MOST_PIECES = 16;

  private record Received(RawLine raw, Instant at) {}

  private record Line<T>(RawLine raw, T value) {}

  private final Intake intake;
  private final Clock clock;
  private final Function<InputLine, T> prepare;
  private final BlockingQueue<Future<List<Line<T>>>> pieces = new ArrayBlockingQueue<>(MOST_PIECES);
  private final Semaphore overlongTaken = new Semaphore(0);
  private final ExecutorService cores;
  private final Thread reader;

  /** Of the reader's thread. */
  private List<Received> piece = new ArrayList<>();

  private Iterator<Line<T>> taking = Collections.emptyIterator();
  private @Nullable Line<T> last;
  private boolean ended;

  /**
   * Begins to read.
   *
   * @param in bytes that are no longer compressed, which the caller closes
   * @param clock gives a {@code versionCreated} to submissions that have none, in the order of
   *     their lines, and says which dates are in the future
   * @param names the operator's table of names
   * @param prepare is called in several threads at once
   */
  public ReadAhead(
      InputStream in, Format format, Clock clock, NameTable names, Function<InputLine, T> prepare) {
    this.intake = Intake.of(new HandingOver(in), format, clock, names);
    this.clock = clock;
    this.prepare = prepare;
    cores =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), ReadAhead::background);
    reader = background(this::read);
    reader.start();
  }

  /** What became of the next line; null at the end. */
  public @Nullable T next() throws IOException {
    if (last != null && last.raw().isOverlong()) {
      overlongTaken.release();
    }
    while (!taking.hasNext() && !ended) {
      List<Line<T>> next = take();
      ended = next.isEmpty();
      taking = next.iterator();
    }
    last = ended ? null : taking.next();
    return last == null ? null : last.value();
  }

  /** As {@link Intake#copyLast}, of the line last taken. */
  public void copyLast(OutputStream out) throws IOException {
    if (last != null) {
      intake.copy(last.raw(), out);
    }
  }

  /** The names that no table knows, at the end. */
  public UnknownNames unknownNames() {
    return intake.unknownNames();
  }

  /** How many empty cells that belong to no column were ignored, at the end. */
  public long emptyCells() {
    return intake.emptyCells();
  }

  /** Reads no further; does not wait for an input that gives nothing. */
  @Override
  public void close() {
    reader.interrupt();
    cores.shutdownNow();
  }

  private List<Line<T>> take() throws IOException {
    try {
      return pieces.take().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("a line is always read, and good or bad", e.getCause());
    }
  }

  private void read() {
    try {
      for (RawLine raw = intake.nextRaw(); raw != null; raw = intake.nextRaw()) {
        piece.add(new Received(raw, clock.instant()));
        if (raw.isOverlong()) {
          handOver();
          // Whoever takes it may want its rest, which is still in the input.
          overlongTaken.acquire();
        }
      }
      handOver();
      pieces.put(CompletableFuture.completedFuture(List.of()));
    } catch (InterruptedException | InterruptedIOException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      // Whoever takes the lines would wait for ever.
      fail(e);
    }
  }

  /** What was read before comes first. */
  private void fail(Throwable e) {
    try {
      handOver();
      pieces.put(CompletableFuture.failedFuture(e));
    } catch (InterruptedException | InterruptedIOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOver() throws InterruptedIOException {
    if (piece.isEmpty()) {
      return;
    }
    List<Received> received = piece;
    piece = new ArrayList<>();
    FutureTask<List<Line<T>>> work = new FutureTask<>(() -> lines(received));
    if (intake.isUnderWay()) {
      cores.execute(work);
    } else {
      work.run();
    }
    try {
      pieces.put(work);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private List<Line<T>> lines(List<Received> received) {
    List<Line<T>> lines = new ArrayList<>(received.size());
    for (Received line : received) {
      T value = prepare.apply(intake.read(line.raw(), line.at()));
      lines.add(new Line<>(line.raw(), value));
    }
    return lines;
  }

  private static InterruptedIOException interrupted(InterruptedException e) {
    InterruptedIOException interrupted = new InterruptedIOException("interrupted");
    interrupted.initCause(e);
    return interrupted;
  }

  private static Thread background(Runnable work) {
    Thread thread = new Thread(work, "tidings-read");
    thread.setDaemon(true);
    return thread;
  }

  /** Reading may take until somebody writes into a pipe: what is there already goes on. */
  private final class HandingOver extends FilterInputStream {

    HandingOver(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      handOver();
      return super.read(into, from, length);
    }
  }
}
