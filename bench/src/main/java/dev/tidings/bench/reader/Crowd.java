package dev.tidings.bench.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Thousands of readers of a stream of server-sent events, all in one thread: each counts its
 * events, and keeps nothing.
 */
public final class Crowd implements AutoCloseable {

  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.UTF_8);

  /** As many as a listening socket keeps waiting; more would wait a second for TCP. */
  private static final int MOST_CONNECTING = 40;

  private static final long SELECT_MS = 50;
  private static final long SILENCE_MS = 500;

  /** Bytes of the buffer of one that never reads: it is soon full. */
  private static final int SMALL_BUFFER = 1_024;

  /** An address may have 2,000 connections; of these, each has fewer. */
  private static final int ADDRESSES = 10;

  /** One of them: how far the beginning of its line is that of an event's data. */
  private static final class Member {
    private int matched;
    private boolean greeted;
  }

  private final URI stream;
  private final int size;
  private final boolean reads;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
  private final byte[] bytes = new byte[256 * 1024];
  private final AtomicInteger greeted = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicLong events = new AtomicLong();
  private final Thread thread = new Thread(this::run, "crowd");
  private int opened;
  private int connecting;
  private volatile boolean closing;

  private Crowd(URI stream, int size, boolean reads) throws IOException {
    this.stream = stream;
    this.size = size;
    this.reads = reads;
    this.selector = Selector.open();
  }

  /** Starts to connect all of them. */
  public static Crowd of(int size, URI stream) throws IOException {
    return start(new Crowd(stream, size, true));
  }

  /** Starts to connect all of them, none of whom ever reads a byte. */
  public static Crowd thatNeverReads(int size, URI stream) throws IOException {
    return start(new Crowd(stream, size, false));
  }

  private static Crowd start(Crowd crowd) {
    crowd.thread.start();
    return crowd;
  }

  /** How many have been greeted by the stream. */
  public int greeted() {
    return greeted.get();
  }

  /** How many were refused, or cut off. */
  public int lost() {
    return lost.get();
  }

  /** How many events all of them have read, their greetings left out. */
  public long events() {
    return events.get();
  }

  /** Waits until nothing has come for a while, and gives how many events there were. */
  public long awaitSilence() throws InterruptedException {
    long before = -1;
    while (events.get() != before) {
      before = events.get();
      TimeUnit.MILLISECONDS.sleep(SILENCE_MS);
    }
    return before;
  }

  private void run() {
    try (selector) {
      while (!closing) {
        while (opened < size && connecting < MOST_CONNECTING) {
          connect();
        }
        selector.select(this::handle, SELECT_MS);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void connect() throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (!reads) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
    }
    channel.configureBlocking(false);
    channel.bind(new InetSocketAddress("127.0.0." + (2 + opened % ADDRESSES), 0));
    channel.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
    channel.register(selector, SelectionKey.OP_CONNECT, new Member());
    opened++;
    connecting++;
  }

  private void handle(SelectionKey key) {
    try {
      SocketChannel channel = (SocketChannel) key.channel();
      if (key.isConnectable()) {
        connecting--;
        channel.finishConnect();
        // Of HTTP 1.0 the answer comes without the lengths of chunks in between.
        String request =
            "GET " + pathAndQuery() + " HTTP/1.0\r\nHost: " + stream.getAuthority() + "\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
        key.interestOps(reads ? SelectionKey.OP_READ : 0);
      } else {
        read(channel, (Member) key.attachment());
      }
    } catch (IOException gone) {
      lost.incrementAndGet();
      key.cancel();
    }
  }

  private String pathAndQuery() {
    return stream.getRawQuery() == null
        ? stream.getRawPath()
        : stream.getRawPath() + "?" + stream.getRawQuery();
  }

  private void read(SocketChannel channel, Member member) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    if (count < 0) {
      channel.close();
      throw new IOException("the stream has ended");
    }
    buffer.flip();
    buffer.get(bytes, 0, count);
    int found = 0;
    int matched = member.matched;
    for (int i = 0; i < count; i++) {
      byte one = bytes[i];
      if (one == '\n') {
        matched = 0;
      } else if (matched >= 0) {
        matched = one == DATA[matched] ? matched + 1 : -1;
        if (matched == DATA.length) {
          found++;
          matched = -1;
        }
      }
    }
    member.matched = matched;
    if (found > 0 && !member.greeted) {
      member.greeted = true;
      greeted.incrementAndGet();
      found--;
    }
    events.addAndGet(found);
  }

  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
