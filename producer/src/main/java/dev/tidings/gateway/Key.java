package dev.tidings.gateway;

import dev.tidings.http.IdempotencyKey;
import dev.tidings.http.Publisher;
import dev.tidings.wire.CloudEvents;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a request is known by when it is sent again.
 *
 * @param id of publisher and {@code Idempotency-Key}, 32 hexadecimal digits
 * @param request of method, path, query and body, 32 hexadecimal digits
 */
record Key(String id, String request) {

  /** The header of each record that a request with a key has published. */
  static final String HEADER = "tidings_idempotency";

  /** A record's header, read. */
  record Mark(Key key, int submission) {

    static Optional<Mark> of(ConsumerRecord<byte[], byte[]> record) {
      return CloudEvents.header(record, HEADER).flatMap(Mark::of);
    }

    private static Optional<Mark> of(String text) {
      String[] parts = text.split(" ", -1);
      return parts.length == 3 && parts[2].matches("\\d{1,6}")
          ? Optional.of(new Mark(new Key(parts[0], parts[1]), Integer.parseInt(parts[2])))
          : Optional.empty();
    }
  }

  /** The request's key; absent when it has none. A wrong one is refused with 400. */
  static @Nullable Key of(Context request, Publisher publisher, byte[] body) {
    String given = IdempotencyKey.of(request);
    return given == null
        ? null
        : new Key(hash(publisher.name(), given), fingerprint(request, body));
  }

  /** A key that nobody else has, to find out what became of a request of ours. */
  static Key random() {
    return new Key(hash(UUID.randomUUID().toString()), hash(""));
  }

  /** Marks a record as part of the answer. */
  void mark(Headers headers, int submission) {
    headers.add(
        HEADER,
        String.format(Locale.ROOT, "%s %s %d", id, request, submission)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String fingerprint(Context request, byte[] body) {
    String query = request.queryString();
    return hash(
        request.method().name(),
        request.req().getRequestURI(),
        query == null ? "" : query,
        hash(body));
  }

  private static String hash(String... parts) {
    return hash(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
