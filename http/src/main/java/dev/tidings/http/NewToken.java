package dev.tidings.http;

import dev.tidings.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token that was just made.
 *
 * @param secret to be handed to the publisher and kept nowhere
 * @param entry the JSON object for the tokens file
 */
public record NewToken(String secret, String entry) {

  private static final int BYTES = 32;

  /** Makes one of 256 random bits; a wrong name is refused with IllegalArgumentException. */
  public static NewToken forPublisher(String name) {
    Publisher.checkName(name);
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String secret = "tidings_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("name", name);
    entry.put("sha256", Sha256.hex(secret));
    return new NewToken(secret, new String(Json.write(entry), StandardCharsets.UTF_8));
  }

  /** Without the secret, for it must reach no log. */
  @Override
  public String toString() {
    return entry;
  }
}
