package dev.tidings.feed.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription's messages are signed with. Never shown but once, to who asked for it.
 *
 * @param value {@code whsec_} and 32 bytes in Base64
 * @param until when it signs no more; null, as long as no other takes its place
 */
record Secret(String value, @Nullable Instant until) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret("whsec_" + Base64.getEncoder().encodeToString(bytes), null);
  }

  /** The same, until then; one that ends sooner does so. */
  Secret endingAt(Instant instant) {
    return until != null && until.isBefore(instant) ? this : new Secret(value, instant);
  }

  boolean signsAt(Instant now) {
    return until == null || now.isBefore(until);
  }

  String sign(String message, Instant at, byte[] body) {
    try {
      return new Webhook(value)
          .sign(message, at.getEpochSecond(), new String(body, StandardCharsets.UTF_8));
    } catch (WebhookSigningException | EmptyWebhookSecretException e) {
      throw new IllegalStateException(
          "no secret of ours is empty, and every Java has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "whsec_…";
  }
}
