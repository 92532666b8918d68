package dev.tidings.feed.desk;

import dev.tidings.feed.Filter;
import dev.tidings.http.Parameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is around the contents of every page.
 *
 * @param title what a window is called
 * @param place which entry of the navigation this is: a key of {@link Texts}
 * @param script the module that makes it live, without its ending; absent, nothing does
 * @param feeds the filter whose news readers may subscribe to here; absent, none
 */
record Page(
    Site site,
    Reader reader,
    String title,
    String place,
    @Nullable String script,
    @Nullable Filter feeds) {

  Texts texts() {
    return reader.texts();
  }

  String asset(String name) {
    return site.assets() + name;
  }

  boolean isAt(String other) {
    return place.equals(other);
  }

  /** The address of a feed with this page's filter. */
  String feed(String path) {
    return query().isEmpty() ? path : path + "?" + query();
  }

  String query() {
    return feeds == null ? "" : feeds.query();
  }

  /** The filter that lets the news of one relationship or party through. */
  static Filter filter(String field, String value) {
    return Filter.of(new Parameters(Map.of(field, List.of(value))));
  }
}
