package dev.tidings.http;

import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may change anything: whoever has a token; or, without tokens, whoever is on this machine.
 *
 * <p>Without tokens a request must name this machine as its host. Else a web page could point a
 * name of its own at 127.0.0.1 and publish through its reader's browser.
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
   * Finds who sends a request.
   *
   * @throws Refusal 401 without a known token; 421 when there are no tokens and it is meant for
   *     another host
   */
  public Publisher publisher(Context request) {
    if (tokens == null) {
      checkHost(request.header("Host"));
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

  private static void checkHost(@Nullable String header) {
    String host = header == null ? "" : header.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    if (!host.equals("localhost") && !host.equals("[::1]") && !host.startsWith("127.")) {
      throw Refusal.of(
          421,
          "Misdirected request",
          "this server has no tokens and serves its own machine alone; expected the host localhost"
              + " or 127.0.0.1");
    }
  }
}
