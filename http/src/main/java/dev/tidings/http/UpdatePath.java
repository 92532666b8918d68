package dev.tidings.http;

import dev.tidings.update.UpdateId;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The uri of {@code /updates/{uri}}: percent-encoded, or as it is. */
public final class UpdatePath {

  private static final String BEFORE = "/updates/";

  private UpdatePath() {}

  /**
   * Reads it from the path as it was sent, so that no slash of it is lost.
   *
   * @throws Refusal 400, when it can be no update's uri
   */
  public static String uri(Context request) {
    String raw = request.req().getRequestURI();
    String encoded = raw.substring(raw.indexOf(BEFORE) + BEFORE.length());
    try {
      return new UpdateId(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8), 1)
          .uri();
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "Bad request", "the path's uri: " + e.getMessage());
    }
  }
}
