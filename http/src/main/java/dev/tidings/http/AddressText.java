package dev.tidings.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads IP addresses from text, and never asks a name server. An IPv4 address is four decimal
 * numbers; {@code 127.1} and {@code 0x7f.0.0.1} are none.
 */
public final class AddressText {

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private AddressText() {}

  /**
   * Reads an address; empty when the text is none.
   *
   * @param text an IPv6 address stands without brackets and without a zone
   */
  public static Optional<InetAddress> parse(String text) {
    boolean isIpv6 = IPV6.matcher(text).matches();
    if (!isIpv6 && !IPV4.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      // With brackets, Java takes it for an address or for nothing, and not for a name.
      return Optional.of(InetAddress.getByName(isIpv6 ? "[" + text + "]" : text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether a host is {@code localhost} or a loopback address; any other name is none. */
  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || parse(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
