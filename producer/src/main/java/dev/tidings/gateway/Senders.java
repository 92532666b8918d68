package dev.tidings.gateway;

import dev.tidings.http.Access;
import dev.tidings.http.Publisher;
import dev.tidings.http.RateLimit;
import dev.tidings.http.Refusal;
import io.javalin.http.Context;

/** Who sends a request, and whether too many. */
record Senders(Access access, RateLimit limit) {

  /**
   * Finds the publisher. Requests count for their publisher; those of nobody known, for their
   * address.
   *
   * @throws Refusal 401, 421 or 429
   */
  Publisher publisher(Context request) {
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
