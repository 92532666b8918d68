package dev.tidings.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many connections each address may have open. One too many is closed. For any thread. */
final class AddressLimit implements Connection.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(AddressLimit.class);

  private final int most;
  private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();

  /** A connection that is closed no longer knows its address. */
  private final Map<Connection, InetAddress> addresses = new ConcurrentHashMap<>();

  AddressLimit(int most) {
    this.most = most;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote) {
      InetAddress address = remote.getAddress();
      addresses.put(connection, address);
      int count = open.merge(address, 1, Integer::sum);
      if (count > most) {
        refuse(connection, address);
      }
    }
  }

  private void refuse(Connection connection, InetAddress address) {
    LOG.atDebug()
        .addKeyValue("address", address.getHostAddress())
        .addKeyValue("most", most)
        .log("an address has too many connections; the latest is closed");
    connection.close();
  }

  @Override
  public void onClosed(Connection connection) {
    InetAddress address = addresses.remove(connection);
    if (address != null) {
      open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
  }
}
