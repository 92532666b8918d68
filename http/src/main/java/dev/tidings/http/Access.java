package dev.tidings.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may change anything: whoever has a token; or, without tokens, whoever is on this machine.
 *
 * <p>Without tokens a server serves its own machine alone, see {@link OwnMachine}. With them it may
 * be reached under any name and through any proxy: no browser adds a token by itself, so no web
 * page can use its reader's.
 */
public final class Access {

  private final @Nullable Tokens tokens;

  private Access(@Nullable Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Decides who has access to a server.
   *
   * @param file of tokens; may be absent only where the server listens on loopback alone
   * @throws IllegalArgumentException when it is absent elsewhere, or cannot be used
   */
  public static Access of(@Nullable Path file, HttpServer.Settings settings) {
    if (file != null) {
      return new Access(Tokens.in(file));
    }
    if (!settings.isLoopback()) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "%s can be reached from elsewhere, and anybody there could publish; expected a tokens",
                  settings.host())
              + " file, or 127.0.0.1 to listen at");
    }
    return new Access(null);
  }

  /**
   * Refuses, at every address of a server, what is not from this machine and for it, where there
   * are no tokens. To be called by each part that lets somebody change something.
   */
  public void guard(RoutesConfig routes) {
    if (tokens == null) {
      OwnMachine.guard(routes);
    }
  }

  /**
   * Lets web pages of other origins read (CORS).
   *
   * @param paths what anybody may read without a token: these and what is below them
   */
  public void share(RoutesConfig routes, List<String> paths) {
    new OtherOrigins(paths, tokens != null).addTo(routes);
  }

  /**
   * The address under which a request reached this server, as in {@code http://localhost:8080};
   * empty where there are tokens, because then a request may say anything and a proxy may have
   * another.
   */
  public Optional<URI> urlOf(Context request) {
    return tokens == null
        ? Authority.parse(request.header("Host")).filter(Authority::isLoopback).map(Authority::url)
        : Optional.empty();
  }

  /** Whether whoever reaches the server may do everything. */
  public boolean isForAnybody() {
    return tokens == null;
  }

  /**
   * Finds who sends a request.
   *
   * @throws Refusal 401 without a known token; where there are no tokens, 421 or 403 when it is not
   *     from this machine and for it
   */
  public Publisher publisher(Context request) {
    if (tokens == null) {
      OwnMachine.check(request);
      return Publisher.ANYBODY;
    }
    String header = request.header("Authorization");
    return tokens.of(header).orElseThrow(() -> unknown(header == null));
  }

  private static Refusal unknown(boolean isMissing) {
    String challenge = "Bearer realm=\"tidings\"";
    return new Refusal(
        ProblemDetail.of(
            401,
            "Unauthorized",
            isMissing
                ? "no token; expected Authorization: Bearer TOKEN"
                : "unknown token; expected one that is in the tokens file"),
        Map.of(
            "WWW-Authenticate", isMissing ? challenge : challenge + ", error=\"invalid_token\""));
  }
}
