package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/**
 * All connections of a process, and the few threads in which they take their turns: whoever waits
 * for a turn stands in the queue once, so it is never longer than there are readers.
 */
final class Readers implements AutoCloseable {

  private static final int THREADS = 4;
  private static final long LONGEST_TICK_MS = 1_000;
  private static final long CLOSE_MS = 2_000;

  private final Feed feed;
  private final Bounds bounds;
  private final Frames frames;
  private final Counter cut;
  private final Set<Reader> all = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places = new AtomicInteger();
  private final AtomicBoolean calling = new AtomicBoolean();
  private final ExecutorService turns = threads();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(named("tidings-stream-clock"));
  private volatile boolean closing;

  Readers(Feed feed, MeterRegistry metrics, Bounds bounds) {
    this.feed = feed;
    this.bounds = bounds;
    this.frames = new Frames(feed);
    this.cut = metrics.counter("tidings.stream.cut");
    Gauge.builder("tidings.stream.readers", all, Set::size).register(metrics);
    Gauge.builder("tidings.stream.stalled", this, Readers::stalled).register(metrics);
    feed.onNews(this::callAll);
    long tick = Math.max(1, Math.min(LONGEST_TICK_MS, bounds.heartbeat().toMillis() / 2));
    var unused = clock.scheduleAtFixedRate(this::callAll, tick, tick, TimeUnit.MILLISECONDS);
  }

  /** Adds a reader; empty when there are too many, or no more are to come. */
  Optional<Reader> join(HttpOutput out, Opening opening) {
    if (places.incrementAndGet() > bounds.mostReaders() || closing) {
      places.decrementAndGet();
      return Optional.empty();
    }
    Reader reader = new Reader(this, feed, opening, out);
    all.add(reader);
    return Optional.of(reader);
  }

  void leave(Reader reader) {
    if (all.remove(reader)) {
      places.decrementAndGet();
    }
  }

  Bounds bounds() {
    return bounds;
  }

  Frames frames() {
    return frames;
  }

  boolean isClosing() {
    return closing;
  }

  private long stalled() {
    return all.stream().filter(Reader::isStalled).count();
  }

  void countCut() {
    cut.increment();
  }

  void queue(Reader reader) {
    turns.execute(reader);
  }

  /** In the feed's own thread, so it leaves even the walk over all readers to the others. */
  private void callAll() {
    if (calling.compareAndSet(false, true)) {
      turns.execute(
          () -> {
            calling.set(false);
            all.forEach(Reader::wake);
          });
    }
  }

  @Override
  public void close() {
    closing = true;
    callAll();
    CompletableFuture<?>[] gone =
        all.stream().map(Reader::gone).toArray(CompletableFuture<?>[]::new);
    var unused =
        CompletableFuture.allOf(gone)
            .completeOnTimeout(null, CLOSE_MS, TimeUnit.MILLISECONDS)
            .join();
    clock.shutdownNow();
    turns.shutdownNow();
  }

  private static ExecutorService threads() {
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        named("tidings-stream"),
        new DiscardPolicy());
  }

  private static ThreadFactory named(String name) {
    return code -> {
      Thread thread = new Thread(code, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
