package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: a place in the feed, and at most one write on its way. Any thread wakes it; it
 * takes its turns one after the other in the readers' threads, each short, and none waits.
 */
final class Reader implements WriteListener, AsyncListener, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

  /** A write ends after the entry that fills it. */
  private static final int WRITE_BYTES = 16 * 1024;

  /** So that one who wants little of a long past does not keep a thread from the others. */
  private static final int MOST_LOOKED_AT = 2_000;

  private final Readers readers;
  private final Feed feed;
  private final Opening opening;
  private final HttpOutput out;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  /** How often it was woken since it last slept. Not 0: it is queued, or has its turn. */
  private final AtomicInteger calls = new AtomicInteger();

  /** Until the socket called first, its stream is one that blocks. */
  private volatile boolean open;

  // The rest belongs to whoever has the turn.
  private boolean greeted;
  private int next;
  private long told;
  private long wroteAt = System.nanoTime();
  private volatile @Nullable Stall stall;

  Reader(Readers readers, Feed feed, Opening opening, HttpOutput out) {
    this.readers = readers;
    this.feed = feed;
    this.opening = opening;
    this.out = out;
    this.next = feed.indexAfter(opening.cursor());
    this.told = opening.cursor();
  }

  /** Completes when nothing more is to be written. */
  CompletableFuture<Void> over() {
    return over;
  }

  /** Completes when Jetty has nothing more to do with it. */
  CompletableFuture<Void> gone() {
    return gone;
  }

  /** Whether something waits for its socket to take it. */
  boolean isStalled() {
    return stall != null;
  }

  void wake() {
    if (open && calls.getAndIncrement() == 0) {
      readers.queue(this);
    }
  }

  @Override
  public void run() {
    int heard = calls.get();
    boolean hasMore = false;
    try {
      hasMore = turn();
    } catch (IOException e) {
      LOG.atTrace().setCause(e).log("a reader is gone");
      over.complete(null);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("a stream failed; its reader is cut off");
      over.complete(null);
    }
    if (hasMore || !calls.compareAndSet(heard, 0)) {
      readers.queue(this);
    }
  }

  /** Writes once, if there is something and the socket takes it; whether there is more. */
  private boolean turn() throws IOException {
    if (over.isDone()) {
      return false;
    }
    long now = System.nanoTime();
    if (!out.isReady()) {
      standStill(now);
      return false;
    }
    stall = null;
    if (readers.isClosing()) {
      over.complete(null);
      return false;
    }
    byte[] bytes = nextBytes(now);
    if (bytes.length > 0) {
      // Past the aggregate buffer, of which every connection would keep one.
      out.write(ByteBuffer.wrap(bytes));
      wroteAt = now;
    }
    return next < feed.size();
  }

  /** The socket calls {@link #onWritePossible} when it takes something again. */
  private void standStill(long now) {
    Stall lasting = stall == null ? new Stall(now, feed.size()) : stall;
    stall = lasting;
    // Ending in the middle of a write breaks the connection.
    if (lasting.isTooMuch(now, feed, opening.filter(), readers.bounds())) {
      cut();
    } else if (readers.isClosing()) {
      over.complete(null);
    }
  }

  private void cut() {
    if (over.complete(null)) {
      readers.countCut();
    }
  }

  /** Jetty's own patience is 30 s too, so either of us may be the first to lose it. */
  private void fail(@Nullable Throwable cause) {
    if (cause instanceof TimeoutException) {
      cut();
    } else {
      over.complete(null);
    }
  }

  private byte[] nextBytes(long now) {
    if (!greeted) {
      greeted = true;
      return greeting();
    }
    byte[] news = news();
    boolean isDue = now - wroteAt >= readers.bounds().heartbeat().toNanos();
    return news.length == 0 && isDue ? heartbeat() : news;
  }

  private byte[] greeting() {
    byte[] hello = Frame.hello(feed.log(), told, feed.head());
    String reason = opening.reset();
    return reason == null ? hello : Frame.join(hello, Frame.reset(reason, feed.log(), told));
  }

  private byte[] news() {
    List<byte[]> frames = new ArrayList<>();
    int length = 0;
    int end = Math.min(feed.size(), next + MOST_LOOKED_AT);
    while (next < end && length < WRITE_BYTES) {
      Item item = feed.at(next);
      if (opening.filter().lets(item)) {
        byte[] frame = readers.frames().at(next);
        frames.add(frame);
        length += frame.length;
        told = item.seq();
      }
      next++;
    }
    return frames.size() == 1 ? frames.get(0) : Frame.join(frames.toArray(byte[][]::new));
  }

  private byte[] heartbeat() {
    long cursor = next == 0 ? Feed.START : feed.at(next - 1).seq();
    if (cursor <= told) {
      return Frame.heartbeat();
    }
    told = cursor;
    return Frame.heartbeat(cursor);
  }

  @Override
  public void onWritePossible() {
    open = true;
    wake();
  }

  @Override
  public void onError(Throwable cause) {
    fail(cause);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    over.complete(null);
    readers.leave(this);
    gone.complete(null);
  }

  @Override
  public void onError(AsyncEvent event) {
    fail(event.getThrowable());
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    over.complete(null);
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is started once.
  }
}
