package dev.tidings.http;

import dev.tidings.update.Problem;
import dev.tidings.update.UpdateId;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The uri at the end of a path such as {@code /updates/{uri}}, as it was sent: percent-encoded, or
 * raw with its slashes.
 *
 * @param readings what it may be: the path after percent-decoding; and before it, for a uri that
 *     has escapes of its own and was not encoded again
 */
public record UpdatePath(List<String> readings) {

  public UpdatePath {
    readings = List.copyOf(readings);
  }

  /**
   * Reads the request's path. Servers tidy paths up, and {@code //} would be lost.
   *
   * @param before what stands there before the uri, such as {@code /updates/}
   * @throws Refusal 400 when it is no uri
   */
  public static UpdatePath of(Context request, String before) {
    String path = request.req().getRequestURI();
    String raw = path.startsWith(before) ? path.substring(before.length()) : "";
    List<String> readings = new ArrayList<>();
    String problem = null;
    try {
      String decoded = decode(raw);
      problem = problem(decoded);
      if (problem == null) {
        readings.add(decoded);
      }
    } catch (IllegalArgumentException e) {
      problem = e.getMessage();
    }
    if (problem(raw) == null) {
      readings.add(raw);
    }
    if (readings.isEmpty()) {
      throw Refusal.badRequest(List.of(new Problem("uri", String.valueOf(problem))));
    }
    return new UpdatePath(readings);
  }

  /** The one that is known; the first when none is. */
  public String in(Predicate<String> isKnown) {
    return readings.stream().filter(isKnown).findFirst().orElse(readings.get(0));
  }

  private static @Nullable String problem(String uri) {
    try {
      new UpdateId(uri, 1);
      return null;
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String decode(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length(); i++) {
      char one = raw.charAt(i);
      if (one == '%') {
        if (i + 2 >= raw.length() || !raw.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
          throw new IllegalArgumentException("a % without two hexadecimal digits");
        }
        bytes.write(Integer.parseInt(raw, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(one).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("no UTF-8 after percent-decoding", e);
    }
  }
}
