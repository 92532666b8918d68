package dev.tidings.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server of ours answers: {@code http://HOST:PORT/PATH}. A host may have underscores, as
 * those of containers may; {@link URI#getHost} knows none then, and Java's client calls none.
 */
public final class ServerUrl {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?<port>:\\d{1,5})?");

  private ServerUrl() {}

  /** Whether this is one: http or https and a host, without a user, a query or a fragment. */
  public static boolean isOne(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getRawAuthority() != null
        && AUTHORITY.matcher(url.getRawAuthority()).matches()
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  /**
   * An address at a server, behind the path that its URL has.
   *
   * @param path begins with a slash; a query may follow
   */
  public static URI at(URI server, String path) {
    return URI.create(server.toString().replaceAll("/+$", "") + path);
  }

  /**
   * The same URL for Java's client: where that would not take the host, with the host's address.
   *
   * @throws UnknownHostException when such a host has no address
   */
  public static URI callable(URI url) throws UnknownHostException {
    return callable(url, InetAddress::getByName);
  }

  /** Finds the address of a name. */
  interface Names {
    InetAddress find(String name) throws UnknownHostException;
  }

  static URI callable(URI url, Names names) throws UnknownHostException {
    Matcher authority = AUTHORITY.matcher(String.valueOf(url.getRawAuthority()));
    if (url.getHost() != null || !authority.matches() || !"http".equals(url.getScheme())) {
      return url;
    }
    String address = names.find(authority.group("host")).getHostAddress();
    String shown = address.indexOf(':') < 0 ? address : "[" + address + "]";
    String port = authority.group("port");
    String rest =
        url.toString().substring((url.getScheme() + "://" + url.getRawAuthority()).length());
    return URI.create("http://" + shown + (port == null ? "" : port) + rest);
  }
}
