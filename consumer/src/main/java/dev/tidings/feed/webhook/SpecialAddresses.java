package dev.tidings.feed.webhook;

import dev.tidings.http.AddressText;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses are not of the public internet, as the IANA's registries of special-purpose IPv4
 * and IPv6 addresses have them (RFC 6890 and its updates).
 *
 * <p>Of IPv6, what is allocated for the public is {@code 2000::/3}; all else is special. Addresses
 * that carry an IPv4 address are judged by it (NAT64), or never allowed (6to4, Teredo, ISATAP).
 */
final class SpecialAddresses {

  private record Network(BigInteger start, int length, int ignored, String word) {

    static Network of(String cidr, String word) {
      int slash = cidr.indexOf('/');
      byte[] start = AddressText.parse(cidr.substring(0, slash)).orElseThrow().getAddress();
      int ignored = 8 * start.length - Integer.parseInt(cidr.substring(slash + 1));
      return new Network(new BigInteger(1, start).shiftRight(ignored), start.length, ignored, word);
    }

    boolean has(byte[] address) {
      return address.length == length
          && new BigInteger(1, address).shiftRight(ignored).equals(start);
    }
  }

  private static final Network PUBLIC_IPV6 = Network.of("2000::/3", "public");
  private static final Network NAT64 = Network.of("64:ff9b::/96", "NAT64");

  private static final List<Network> SPECIAL =
      List.of(
          Network.of("0.0.0.0/8", "unspecified"),
          Network.of("10.0.0.0/8", "private"),
          Network.of("100.64.0.0/10", "carrier's private"),
          Network.of("127.0.0.0/8", "loopback"),
          Network.of("169.254.0.0/16", "link-local"),
          Network.of("172.16.0.0/12", "private"),
          Network.of("192.0.0.0/24", "reserved"),
          Network.of("192.0.2.0/24", "documentation"),
          Network.of("192.88.99.0/24", "6to4"),
          Network.of("192.168.0.0/16", "private"),
          Network.of("198.18.0.0/15", "benchmarking"),
          Network.of("198.51.100.0/24", "documentation"),
          Network.of("203.0.113.0/24", "documentation"),
          Network.of("224.0.0.0/4", "multicast"),
          Network.of("255.255.255.255/32", "broadcast"),
          Network.of("240.0.0.0/4", "reserved"),
          Network.of("::/128", "unspecified"),
          Network.of("::1/128", "loopback"),
          Network.of("fc00::/7", "private"),
          Network.of("fe80::/10", "link-local"),
          Network.of("fec0::/10", "private"),
          Network.of("ff00::/8", "multicast"),
          Network.of("2001::/32", "Teredo"),
          Network.of("2001::/23", "reserved"),
          Network.of("2001:db8::/32", "documentation"),
          Network.of("2002::/16", "6to4"),
          Network.of("3fff::/20", "documentation"));

  private SpecialAddresses() {}

  /** What is special about an address, in a word; empty when it is a public one. */
  static Optional<String> whatIsSpecial(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (NAT64.has(bytes)) {
      return whatIsSpecial(of(Arrays.copyOfRange(bytes, 12, 16)));
    }
    Optional<String> special =
        SPECIAL.stream().filter(network -> network.has(bytes)).map(Network::word).findFirst();
    if (special.isEmpty() && address instanceof Inet6Address && !isPublicIpv6(bytes)) {
      return Optional.of("reserved");
    }
    return special;
  }

  /** An interface that is named by an IPv4 address behind {@code 0:5efe} is an ISATAP tunnel's. */
  private static boolean isPublicIpv6(byte[] bytes) {
    boolean isTunnel =
        (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == -2;
    return PUBLIC_IPV6.has(bytes) && !isTunnel;
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
