package dev.tidings.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Locale;

/**
 * A port of 127.0.0.1 that is open before Kafka starts. Kafka takes over the open socket, so nobody
 * can grab the port between the check and its use, and a free port is known before it is needed.
 */
final class LoopbackPort implements AutoCloseable {
  /** The address as text too: "localhost" is ::1 first on some hosts, where nobody listens. */
  static final String HOST = "127.0.0.1";

  private static final int HIGHEST = 65_535;
  private static final int FIRST_UNPRIVILEGED = 1024;
  private static final int WAITING_CONNECTIONS = 50;

  private final ServerSocketChannel socket;

  private LoopbackPort(ServerSocketChannel socket) {
    this.socket = socket;
  }

  /**
   * Opens the port.
   *
   * @param port 1 … 65,535, or 0 for any free one
   * @throws BrokerFailure if it is in use, forbidden or out of range
   */
  static LoopbackPort open(int port) {
    if (port < 0 || port > HIGHEST) {
      throw new BrokerFailure("port " + port + ": expected 0 (any free port) … " + HIGHEST);
    }
    try {
      ServerSocketChannel socket = ServerSocketChannel.open();
      try {
        socket.configureBlocking(false);
        socket.bind(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
            WAITING_CONNECTIONS);
        return new LoopbackPort(socket);
      } catch (IOException | RuntimeException notOpened) {
        socket.close();
        throw notOpened;
      }
    } catch (BindException e) {
      String what =
          port >= FIRST_UNPRIVILEGED
              ? "is in use; stop what listens there"
              : "cannot be opened: " + Reason.of(e);
      throw new BrokerFailure(
          String.format(Locale.ROOT, "port %d on %s %s, or choose another port", port, HOST, what),
          e);
    } catch (IOException e) {
      throw new BrokerFailure(
          String.format(
              Locale.ROOT, "port %d on %s cannot be opened: %s", port, HOST, Reason.of(e)),
          e);
    }
  }

  String address() {
    return HOST + ":" + socket.socket().getLocalPort();
  }

  ServerSocketChannel socket() {
    return socket;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
