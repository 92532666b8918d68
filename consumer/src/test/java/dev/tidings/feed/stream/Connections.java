package dev.tidings.feed.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Thousands of plain connections in one thread; each is cut where and when its owner says. */
final class Connections implements AutoCloseable {

  private static final long SELECT_MS = 20;
  private static final long SWEEP_NANOS = 5_000_000;

  /** As many as a listening socket of the JDK keeps waiting; more would wait a second for TCP. */
  private static final int MOST_CONNECTING = 40;

  /** Whose connection it is; called in the connections' thread. */
  interface Owner extends EventParser.Sink {

    /** The request's path, query and further headers, when a connection begins. */
    String request();

    /** Of how many bytes it wants to hear at most before it is cut. */
    int bytesBeforeCut();

    /** For how many nanoseconds. */
    long nanosBeforeCut();

    /** The connection was cut, by us or the server; whether to come back. */
    boolean comesBack();
  }

  private static final class Connection {
    final Owner owner;
    final EventParser parser;
    final long cutAt;
    int bytesLeft;

    Connection(Owner owner) {
      this.owner = owner;
      this.parser = new EventParser(owner);
      this.bytesLeft = owner.bytesBeforeCut();
      long nanos = owner.nanosBeforeCut();
      this.cutAt = nanos == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + nanos;
    }
  }

  private final int port;
  private final int receiveBuffer;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private final Queue<Owner> waiting = new ConcurrentLinkedQueue<>();
  private final Queue<SelectionKey> dead = new ArrayDeque<>();
  private final Set<Throwable> failures = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::run, "connections");
  private int connecting;
  private long nextSweep = System.nanoTime();
  private volatile boolean closing;

  /**
   * Starts.
   *
   * @param receiveBuffer in bytes; 0 is the system's
   */
  Connections(int port, int receiveBuffer) {
    this.port = port;
    this.receiveBuffer = receiveBuffer;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.start();
  }

  void open(Owner owner) {
    waiting.add(owner);
    selector.wakeup();
  }

  /** What went wrong in the thread; empty, it runs. */
  Set<Throwable> failures() {
    return failures;
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

  private void run() {
    try (selector) {
      while (!closing) {
        while (connecting < MOST_CONNECTING && !waiting.isEmpty()) {
          connect(waiting.remove());
        }
        selector.select(this::handle, SELECT_MS);
        cutThoseWhoseTimeIsOver();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException | RuntimeException e) {
      failures.add(e);
    }
  }

  private void connect(Owner owner) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    // Closing resets: the port is free at once.
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.configureBlocking(false);
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.register(selector, SelectionKey.OP_CONNECT, new Connection(owner));
    connecting++;
  }

  private void handle(SelectionKey key) {
    try {
      if (key.isConnectable()) {
        ask(key);
      } else if (key.isReadable()) {
        read(key);
      }
    } catch (IOException e) {
      cut(key);
    }
  }

  private void ask(SelectionKey key) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    Connection connection = (Connection) key.attachment();
    connecting--;
    channel.finishConnect();
    String request =
        "GET " + connection.owner.request().replaceFirst("\n|$", " HTTP/1.1\nHost: test\n");
    byte[] bytes =
        (request.strip() + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    channel.write(ByteBuffer.wrap(bytes));
    // One who wants no byte at all never reads.
    key.interestOps(connection.bytesLeft == 0 ? 0 : SelectionKey.OP_READ);
  }

  private void read(SelectionKey key) throws IOException {
    Connection connection = (Connection) key.attachment();
    buffer.clear().limit(Math.min(buffer.capacity(), connection.bytesLeft));
    int count = ((SocketChannel) key.channel()).read(buffer);
    buffer.flip();
    for (int i = 0; i < count; i++) {
      connection.parser.read(buffer.get());
    }
    connection.bytesLeft -= Math.max(0, count);
    if (count < 0 || connection.bytesLeft == 0) {
      cut(key);
    }
  }

  private void cutThoseWhoseTimeIsOver() {
    long now = System.nanoTime();
    if (now < nextSweep) {
      return;
    }
    nextSweep = now + SWEEP_NANOS;
    for (SelectionKey key : selector.keys()) {
      Connection connection = (Connection) key.attachment();
      if (key.isValid() && connection.cutAt != Long.MAX_VALUE && connection.cutAt < now) {
        dead.add(key);
      }
    }
    for (SelectionKey key = dead.poll(); key != null; key = dead.poll()) {
      if ((key.interestOps() & SelectionKey.OP_CONNECT) != 0) {
        connecting--;
      }
      cut(key);
    }
  }

  private void cut(@Nullable SelectionKey key) {
    try {
      if (key != null && key.isValid()) {
        key.channel().close();
        Owner owner = ((Connection) key.attachment()).owner;
        if (owner.comesBack()) {
          waiting.add(owner);
        }
      }
    } catch (IOException e) {
      failures.add(e);
    }
  }
}
