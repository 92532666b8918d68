package dev.tidings.feed.syndication;

import dev.tidings.party.Relationship;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Tag URIs (RFC 4151): names that stay the same for ever and depend on no address of a server.
 *
 * <p>Never change what is made here: a news reader that knows an entry under its old name shows it
 * as unread, and no longer finds what a kill withdraws.
 */
final class Tag {

  private static final String AUTHORITY = "tag:tidings.dev,2026:";

  private Tag() {}

  /** An update's name. One of many parties has one for each relationship. */
  static String ofUpdate(Relationship relationship, String uri) {
    return AUTHORITY + "update/" + relationship.key() + "/" + encoded(uri);
  }

  /**
   * A feed's name.
   *
   * @param log names the log that it is of: two newsrooms' feeds are not the same one
   * @param query its filter, in the canonical order
   */
  static String ofFeed(String log, String query) {
    return AUTHORITY + "feed/" + encoded(log) + (query.isEmpty() ? "" : "?" + query);
  }

  /** The name of a set of words, such as the kinds. */
  static String ofVocabulary(String name) {
    return AUTHORITY + name;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
