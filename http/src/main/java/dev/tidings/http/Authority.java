package dev.tidings.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and a port, as {@code Host} and {@code Origin} have them.
 *
 * @param host in lower case; an IPv6 address without its brackets
 * @param port 80 where none is given, because our servers speak HTTP
 */
record Authority(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([A-Za-z0-9._-]+))(?::(\\d{0,5}))?");
  private static final String HTTP = "http://";
  private static final int HTTP_PORT = 80;

  /** Reads {@code HOST:PORT} or {@code HOST}; empty when it is neither. */
  static Optional<Authority> parse(@Nullable String text) {
    Matcher form = FORM.matcher(text == null ? "" : text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String name = form.group(1) == null ? form.group(2) : form.group(1);
    String port = form.group(3);
    return Optional.of(
        new Authority(
            name.toLowerCase(Locale.ROOT),
            port == null || port.isEmpty() ? HTTP_PORT : Integer.parseInt(port)));
  }

  /** Reads an origin; empty when it is {@code null}, or not one of HTTP. */
  static Optional<Authority> ofOrigin(String origin) {
    return origin.regionMatches(true, 0, HTTP, 0, HTTP.length())
        ? parse(origin.substring(HTTP.length()))
        : Optional.empty();
  }

  /** Where it answers, as in {@code http://localhost:8080}. */
  URI url() {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return URI.create(HTTP + shown + (port == HTTP_PORT ? "" : ":" + port));
  }

  boolean isLoopback() {
    return AddressText.isLoopback(host);
  }
}
