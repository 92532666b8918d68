package dev.tidings.feed.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host's name; may block. */
interface Resolver {

  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** As this machine finds them. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
