package dev.tidings.http;

import io.javalin.http.Context;

/** Who sends a request, and whether too many. */
public record Senders(Access access, RateLimit limit) {

  private static final int PER_SECOND = 50;
  private static final int BURST = 100;

  /** With 50 requests a second, and 100 at once after a silence. */
  public static Senders of(Access access) {
    return new Senders(access, new RateLimit(PER_SECOND, BURST));
  }

  /**
   * Finds the publisher. Requests count for their publisher; those of nobody known, for their
   * address.
   *
   * @throws Refusal 401, 421 or 429
   */
  public Publisher publisher(Context request) {
    Publisher found;
    try {
      found = access.publisher(request);
    } catch (Refusal e) {
      limit.count("address " + request.ip());
      throw e;
    }
    limit.count(found.isNamed() ? "publisher " + found.name() : "address " + request.ip());
    return found;
  }
}
