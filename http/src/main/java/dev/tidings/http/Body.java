package dev.tidings.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request's body: of a type that is expected, as it is, and no larger than it may be. All of it
 * is there before a handler sees the request, so nobody waits for it here.
 */
public final class Body {

  /** U+FEFF in UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Body() {}

  /**
   * Finds the body's type, in lower case, without parameters.
   *
   * @throws Refusal 415 when it is none of these, not UTF-8, or compressed
   */
  public static String type(Context request, List<String> expected) {
    String encoding = request.header("Content-Encoding");
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw unsupported(
          "Content-Encoding is not supported; expected the body as it is",
          Map.of("Accept-Encoding", "identity"));
    }
    String header = request.header("Content-Type");
    List<String> parts = parts(header);
    boolean isUtf8 =
        parts.stream()
            .skip(1)
            .filter(parameter -> parameter.startsWith("charset="))
            .allMatch(charset -> charset.replace("\"", "").equals("charset=utf-8"));
    if (!expected.contains(parts.get(0)) || !isUtf8) {
      throw unsupported(
          String.format(
              Locale.ROOT,
              "Content-Type %s; expected %s, in UTF-8",
              header == null ? "is missing" : "is another",
              String.join(" or ", expected)),
          Map.of("Accept", String.join(", ", expected)));
    }
    return parts.get(0);
  }

  /**
   * Reads the body, without the byte order mark that some editors put before it.
   *
   * @throws Refusal 413 when it has more bytes; 408 when it does not come in time; 400 when it ends
   *     too early
   */
  public static byte[] read(Context request, int mostBytes) {
    try (ServletInputStream in = request.req().getInputStream()) {
      if (request.req().getContentLengthLong() > mostBytes) {
        throw tooLarge(mostBytes);
      }
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw tooLarge(mostBytes);
      }
      return withoutMark(bytes);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static byte[] withoutMark(byte[] bytes) {
    boolean isMarked = Arrays.mismatch(bytes, MARK) == MARK.length || Arrays.equals(bytes, MARK);
    return isMarked ? Arrays.copyOfRange(bytes, MARK.length, bytes.length) : bytes;
  }

  private static Refusal broken(IOException e) {
    if (isLate(e)) {
      return Refusal.of(408, "Request timeout", "the body does not come in time");
    }
    return Refusal.of(400, "Bad request", "the body ends before its end");
  }

  private static boolean isLate(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static Refusal tooLarge(int mostBytes) {
    return Refusal.of(
        413,
        "Content too large",
        String.format(Locale.ROOT, "the body is too large; expected at most %d bytes", mostBytes));
  }

  private static Refusal unsupported(String detail, Map<String, String> headers) {
    return new Refusal(ProblemDetail.of(415, "Unsupported media type", detail), headers);
  }

  private static List<String> parts(@Nullable String header) {
    List<String> parts = new ArrayList<>();
    for (String part : (header == null ? "" : header).split(";", -1)) {
      parts.add(part.strip().toLowerCase(Locale.ROOT));
    }
    return parts;
  }
}
