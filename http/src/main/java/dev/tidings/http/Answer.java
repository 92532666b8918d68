package dev.tidings.http;

import dev.tidings.wire.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How handlers answer: JSON, and with a validator where an answer can be asked for again.
 *
 * <p>All validators are weak: answers are compressed for whoever takes that, and a strong one would
 * name two bodies of different bytes.
 */
public final class Answer {

  private static final int ETAG_BYTES = 12;

  private Answer() {}

  /** Answers with a value as JSON, to be used once. */
  public static void json(Context request, int status, Object value) {
    request.status(status).header("Cache-Control", "no-store");
    request.contentType("application/json").result(Json.write(value));
  }

  /** Answers with a value as JSON; 304 when the reader has it already. */
  public static void cacheable(Context request, Object value) {
    cacheable(request, "application/json", Json.write(value), Map.of());
  }

  /**
   * Answers with a value as JSON; 304 when the reader has one that says the same.
   *
   * @param same equal for answers that say the same, though their bytes differ
   */
  public static void cacheable(Context request, Object value, Object same) {
    byte[] bytes = Json.write(value);
    answer(request, "application/json", bytes, hash(Json.write(same)), Map.of());
  }

  /**
   * Answers with bytes; 304 when the reader has them already.
   *
   * @param headers besides content type, {@code ETag} and {@code Cache-Control}
   */
  public static void cacheable(
      Context request, String contentType, byte[] bytes, Map<String, String> headers) {
    answer(request, contentType, bytes, hash(bytes), headers);
  }

  /** Ends the answer to a HEAD whose GET has a body of a length that is not known before. */
  public static void headOfStream(Context request) throws IOException {
    // Else the server would give a length of 0.
    request.res().flushBuffer();
  }

  private static void answer(
      Context request, String contentType, byte[] bytes, String hash, Map<String, String> headers) {
    String etag = "W/\"" + hash + "\"";
    headers.forEach(request::header);
    request.header("ETag", etag).header("Cache-Control", "no-cache");
    // At one address there may be JSON and a page.
    request.header("Vary", "Accept, Accept-Language, Accept-Encoding");
    if (isKnown(request.header("If-None-Match"), etag)) {
      request.status(304);
      return;
    }
    request.contentType(contentType).result(bytes);
  }

  private static boolean isKnown(@Nullable String header, String etag) {
    if (header == null) {
      return false;
    }
    for (String one : header.split(",", -1)) {
      String known = one.strip();
      if (known.equals("*") || known.equals(etag) || etag.equals("W/" + known)) {
        return true;
      }
    }
    return false;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] start = new byte[ETAG_BYTES];
      ByteBuffer.wrap(digest).get(start);
      return HexFormat.of().formatHex(start);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
