package dev.tidings.feed.webhook;

import dev.tidings.http.AddressText;
import dev.tidings.text.PlainText;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a subscriber wants to be called: a URL with nothing in it that two programs could read in
 * two ways.
 *
 * <p>An IPv4 address has four decimal numbers, and no other spelling. A name is ASCII: those of
 * other scripts become it in more than one way.
 *
 * @param uri http or https, without user and fragment
 * @param host without the brackets of IPv6, and without a dot at its end
 */
record ReceiverUrl(URI uri, String host) {

  /** In characters. */
  static final int LONGEST = 2_048;

  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_-]{1,63}");
  private static final Pattern LAST_IS_NUMBER =
      Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");

  /** Reads one; anything else is refused with {@link IllegalArgumentException}. */
  static ReceiverUrl parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d characters; expected at most %d", text.length(), LONGEST));
    }
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw wrong(text, "expected https://HOST/PATH");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("user and fragment are not sent; expected none in it");
    }
    if (uri.getHost() == null) {
      throw wrong(text, "expected a host in ASCII, as in xn--bcher-kva.example");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw wrong(text, "expected a port of 1 … 65535");
    }
    return new ReceiverUrl(uri, host(uri.getHost()));
  }

  /** The address, when the host is one and no name. */
  Optional<InetAddress> address() {
    return AddressText.parse(host);
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      if (text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s'; expected a URL in ASCII, as in https://example.org/hook",
              PlainText.clip(text)),
          e);
    }
    throw wrong(text, "expected it in ASCII: the host with xn--, the path with %XX");
  }

  private static String host(String given) {
    if (given.startsWith("[")) {
      String inner = given.substring(1, given.length() - 1);
      if (AddressText.parse(inner).isEmpty()) {
        throw wrong(given, "expected an IPv6 address without a zone");
      }
      return inner;
    }
    String host = given.toLowerCase(Locale.ROOT);
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (LAST_IS_NUMBER.matcher(name).matches() && AddressText.parse(name).isEmpty()) {
      throw wrong(given, "expected an IPv4 address as four decimal numbers");
    }
    if (!NAME.matcher(name).matches()) {
      throw wrong(given, "expected a host's name");
    }
    return name;
  }

  private static IllegalArgumentException wrong(String found, String expected) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "'%s'; %s", PlainText.clip(found), expected));
  }
}
