package dev.tidings.feed.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on loopback that does not play by the rules of HTTP. */
final class RudeReceiver implements AutoCloseable {

  private interface Manner {
    void answer(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong sent = new AtomicLong();

  private RudeReceiver(Manner manner) {
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> serve(manner));
  }

  /** Takes the call, and never says anything. */
  static RudeReceiver hanging() {
    return new RudeReceiver((in, out) -> new CountDownLatch(1).await());
  }

  /** Says yes, and a byte of the body now and then, for ever. */
  static RudeReceiver dripping() {
    return new RudeReceiver(
        (in, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n".getBytes(UTF_8));
          while (!new CountDownLatch(1).await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            out.write('x');
            out.flush();
          }
        });
  }

  /** Goes away in the middle of an answer that began well. */
  static RudeReceiver breakingOff() {
    return new RudeReceiver(
        (in, out) ->
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf".getBytes(UTF_8)));
  }

  /** Answers with a gigabyte, if anybody takes it. */
  static RudeReceiver gigabyte(int status) {
    AtomicLong[] sent = new AtomicLong[1];
    RudeReceiver receiver =
        new RudeReceiver(
            (in, out) -> {
              out.write(
                  "HTTP/1.1 %d X\r\nContent-Length: 1073741824\r\n\r\n"
                      .formatted(status)
                      .getBytes(UTF_8));
              byte[] chunk = new byte[64 * 1024];
              for (int i = 0; i < 16_384; i++) {
                out.write(chunk);
                sent[0].addAndGet(chunk.length);
              }
            });
    sent[0] = receiver.sent;
    return receiver;
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(server.getLocalPort());
  }

  int calls() {
    return calls.get();
  }

  long bytesSent() {
    return sent.get();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Manner manner) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket, manner));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, Manner manner) {
    try (socket) {
      byte[] start = new byte[8 * 1024];
      if (socket.getInputStream().read(start) > 0) {
        calls.incrementAndGet();
        manner.answer(socket.getInputStream(), socket.getOutputStream());
      }
    } catch (IOException e) {
      // The caller has hung up, as it should.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
