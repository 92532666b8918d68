package dev.tidings.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server without tokens refuses: it serves whoever is on its machine, and nobody else.
 *
 * <ul>
 *   <li>A request for another host than {@code localhost} or a loopback address. A web page can
 *       point a name of its own at 127.0.0.1, and would read and publish through its reader's
 *       browser.
 *   <li>A request that came through a proxy, because everybody behind the proxy looks local.
 *   <li>A change that a page of another origin asks for.
 * </ul>
 */
final class OwnMachine {

  private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip");
  private static final String OF_PROXIES_PREFIX = "x-forwarded-";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final List<String> OWN_SITES = List.of("same-origin", "none");

  private OwnMachine() {}

  /** Checks every request to a server. */
  static void guard(RoutesConfig routes) {
    routes.before(OwnMachine::check);
  }

  /**
   * Checks where a request comes from and where it was meant to go.
   *
   * @throws Refusal 421 for another host; 403 from a proxy, or for a change from another origin
   */
  static void check(Context request) {
    Optional<Authority> host = Authority.parse(request.header("Host"));
    if (host.filter(Authority::isLoopback).isEmpty()) {
      throw Refusal.of(
          421,
          "Misdirected request",
          "this server has no tokens and serves its own machine alone; expected the host localhost"
              + " or a loopback address, as in 127.0.0.1");
    }
    refuseForwarded(request);
    if (!READING.contains(request.req().getMethod())) {
      refuseForeign(request, host);
    }
  }

  private static void refuseForwarded(Context request) {
    for (String name : request.headerMap().keySet()) {
      String known = name.toLowerCase(Locale.ROOT);
      if (OF_PROXIES.contains(known) || known.startsWith(OF_PROXIES_PREFIX)) {
        throw Refusal.of(
            403,
            "Forbidden",
            String.format(
                Locale.ROOT,
                "a proxy has forwarded this request (%s), and this server has no tokens: everybody"
                    + " behind the proxy could publish; expected a tokens file (--tokens), or no"
                    + " proxy",
                known));
      }
    }
  }

  private static void refuseForeign(Context request, Optional<Authority> host) {
    String site = request.header("Sec-Fetch-Site");
    if ((site != null && !OWN_SITES.contains(site)) || isForeign(request.header("Origin"), host)) {
      throw Refusal.of(
          403,
          "Forbidden",
          "a page of another origin asks for this change; expected one of this server's own pages,"
              + " or a program that sends no Origin");
    }
  }

  private static boolean isForeign(@Nullable String origin, Optional<Authority> host) {
    return origin != null && !Authority.ofOrigin(origin).equals(host);
  }
}
