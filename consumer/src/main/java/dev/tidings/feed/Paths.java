package dev.tidings.feed;

import dev.tidings.http.Refusal;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What a request's path names. */
public final class Paths {

  private Paths() {}

  /**
   * The relationship of {@code /relationships/{pair}}.
   *
   * @throws Refusal 404, when it is none; 308, when its parties stand in the other order
   */
  public static Relationship pair(Context request) {
    String given = request.pathParam("pair");
    Relationship pair = found(given, Relationship::parse);
    if (!pair.key().equals(given)) {
      String query = request.queryString();
      String path = request.path().replaceFirst("/relationships/[^/]*", "/relationships/" + pair);
      throw Refusal.movedTo(query == null ? path : path + "?" + query);
    }
    return pair;
  }

  /**
   * The party of {@code /parties/{code}}.
   *
   * @throws Refusal 404, when it is none
   */
  public static Party party(Context request) {
    return found(request.pathParam("code"), Party::new);
  }

  /** The path of an update, its uri percent-encoded. */
  public static String ofUpdate(String uri) {
    return "/updates/" + URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static <T> T found(String given, Function<String, T> parse) {
    try {
      return parse.apply(given);
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound(String.valueOf(e.getMessage()));
    }
  }
}
