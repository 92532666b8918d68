package dev.tidings.feed.syndication;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.http.Parameters;
import dev.tidings.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /feed.atom} and {@code GET /feed.json}: what newsrooms' readers subscribe to. */
public final class Syndication implements Routes {

  private static final int MOST_ENTRIES = 500;

  private final Feed feed;
  private final Function<Context, Links> links;
  private final Validator validator;

  /**
   * Serves a feed.
   *
   * @param publicUrl under which readers reach this server, for absolute links, as in {@code
   *     https://news.example/tidings}
   * @param reached the address under which a request reached this server, for absolute links where
   *     there is no public one; empty where that is anybody's word, and links are relative
   * @param clock tells what was told long enough ago to be named by its second
   * @throws IllegalArgumentException when the public address is none
   */
  public Syndication(
      Feed feed,
      @Nullable URI publicUrl,
      Function<Context, Optional<URI>> reached,
      InstantSource clock) {
    Links known = new Links(publicUrl);
    this.feed = feed;
    this.links =
        publicUrl == null
            ? request -> reached.apply(request).map(Links::new).orElse(known)
            : request -> known;
    this.validator = new Validator(clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/feed.atom",
        request ->
            answer(
                request, AtomDocument.CONTENT_TYPE, new AtomDocument(links.apply(request))::write));
    routes.get(
        "/feed.json",
        request ->
            answer(request, JsonFeed.CONTENT_TYPE, new JsonFeed(links.apply(request))::write));
  }

  private interface Format {
    byte[] write(Channel channel, List<Entry> entries);
  }

  private void answer(Context request, String contentType, Format format) {
    Selection selection = selection(Parameters.of(request));
    List<Entry> entries = selection.entries(feed);
    byte[] document = format.write(Channel.of(feed.log(), selection, entries), entries);
    validator.answer(request, contentType, document, entries);
  }

  private static Selection selection(Parameters parameters) {
    Filter filter = Filter.of(parameters);
    int limit = (int) parameters.whole("limit", Selection.DEFAULT_LIMIT, 1, MOST_ENTRIES);
    parameters.check();
    return new Selection(filter, limit);
  }
}
