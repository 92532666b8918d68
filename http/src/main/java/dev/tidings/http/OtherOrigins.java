package dev.tidings.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/**
 * Lets web pages of other origins read what anybody may read without a token (CORS). A server
 * without tokens is for its own machine, so there it lets pages read that are from a loopback
 * address too, and no others.
 *
 * @param paths what anybody may read: these and what is below them
 * @param hasTokens whether the server is for others than its own machine
 */
record OtherOrigins(List<String> paths, boolean hasTokens) {

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";

  OtherOrigins {
    paths = List.copyOf(paths);
  }

  void addTo(RoutesConfig routes) {
    routes.before(this::allow);
    if (!hasTokens) {
      // Behind the handlers, which say themselves what an answer varies with.
      routes.after(this::varyByOrigin);
    }
  }

  private void allow(Context request) {
    boolean isAsked = isPreflight(request);
    if (!isOpen(request) || !(isAsked || READING.contains(request.req().getMethod()))) {
      return;
    }
    String origin = request.header("Origin");
    if (hasTokens) {
      request.header(ALLOWED_ORIGIN, "*");
    } else if (origin != null
        && Authority.ofOrigin(origin).filter(Authority::isLoopback).isPresent()) {
      request.header(ALLOWED_ORIGIN, origin);
    } else {
      return;
    }
    if (isAsked) {
      request
          .status(204)
          .header("Access-Control-Allow-Methods", "GET, HEAD")
          .header("Access-Control-Allow-Headers", "Cache-Control, If-None-Match, Last-Event-ID")
          .header("Access-Control-Max-Age", "86400");
      request.skipRemainingHandlers();
    } else {
      request.header("Access-Control-Expose-Headers", "ETag, Retry-After");
    }
  }

  private void varyByOrigin(Context request) {
    if (isOpen(request)) {
      request.res().addHeader("Vary", "Origin");
    }
  }

  private boolean isOpen(Context request) {
    String path = request.path();
    return paths.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
  }

  private static boolean isPreflight(Context request) {
    return request.req().getMethod().equals("OPTIONS")
        && request.header("Access-Control-Request-Method") != null;
  }
}
