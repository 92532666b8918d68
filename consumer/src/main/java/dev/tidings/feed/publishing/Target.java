package dev.tidings.feed.publishing;

import dev.tidings.http.Refusal;
import dev.tidings.update.Problem;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Where requests go: the same path and query, as they were sent, at the gateway.
 *
 * @param gateway scheme, host and port
 */
record Target(URI gateway) {

  /** What may stand in a path or a query; the rest is percent-encoded. */
  private static final String KEPT =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%";

  /**
   * Finds where a request goes. An update's uri in the path keeps its escapes and slashes.
   *
   * @throws Refusal 400 when its path is none
   */
  URI of(Context request) {
    String path = request.req().getRequestURI();
    String query = request.queryString();
    if (path.startsWith("/updates") || path.startsWith("/publisher")) {
      try {
        URI target =
            URI.create(origin() + encoded(path) + (query == null ? "" : "?" + encoded(query)));
        if (gateway.getRawAuthority().equals(target.getRawAuthority())) {
          return target;
        }
      } catch (IllegalArgumentException e) {
        throw wrong();
      }
    }
    throw wrong();
  }

  private String origin() {
    return gateway.getScheme() + "://" + gateway.getRawAuthority();
  }

  private static Refusal wrong() {
    return Refusal.badRequest(
        List.of(new Problem("path", "no path and query; expected both percent-encoded")));
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            one -> {
              if (KEPT.indexOf(one) >= 0) {
                encoded.appendCodePoint(one);
              } else {
                for (byte each : Character.toString(one).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append(String.format(Locale.ROOT, "%%%02X", each));
                }
              }
            });
    return encoded.toString();
  }
}
