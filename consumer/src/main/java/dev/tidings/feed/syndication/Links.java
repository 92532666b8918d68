package dev.tidings.feed.syndication;

import dev.tidings.feed.Paths;
import dev.tidings.http.ServerUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where things are, for whoever reads a document.
 *
 * <p>A request's {@code Host} is anybody's word, so it is repeated only where it was checked: at a
 * server for its own machine. Without an address, links are relative to the document, which is
 * right behind any proxy; Atom allows that. JSON Feed does not say, and its readers do not expect
 * it: there such links are left out.
 *
 * @param publicUrl under which readers reach this server
 */
record Links(@Nullable URI publicUrl) {

  Links {
    if (publicUrl != null && !ServerUrl.isOne(publicUrl)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "public address '%s'; expected one as in https://news.example/tidings",
              publicUrl));
    }
  }

  static String document(String name, String query) {
    return query.isEmpty() ? name : name + "?" + query;
  }

  /** The page of an update, for people. */
  static String update(String uri) {
    return Paths.ofUpdate(uri).substring(1);
  }

  /** A link as well as it can be said. */
  String of(String path) {
    return absolute(path).orElse(path);
  }

  Optional<String> absolute(String path) {
    return Optional.ofNullable(publicUrl).map(url -> ServerUrl.at(url, "/" + path).toString());
  }
}
