package dev.tidings.feed.syndication;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.About;
import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import dev.tidings.update.EdtfDate;
import dev.tidings.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.1, with what was withdrawn as notices under the same id. */
final class JsonFeed {

  static final String CONTENT_TYPE = "application/feed+json";

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private record Document(
      @JsonProperty("version") String version,
      @JsonProperty("title") String title,
      @JsonProperty("feed_url") @Nullable String feedUrl,
      @JsonProperty("authors") List<Author> authors,
      @JsonProperty("items") List<Item> items) {}

  private record Author(@JsonProperty("name") String name) {}

  private record Item(
      @JsonProperty("id") String id,
      @JsonProperty("url") @Nullable String url,
      @JsonProperty("title") String title,
      @JsonProperty("content_text") String contentText,
      @JsonProperty("date_published") String datePublished,
      @JsonProperty("date_modified") String dateModified,
      @JsonProperty("tags") List<String> tags,
      @JsonProperty("_tidings") Extension tidings) {}

  /** What a program wants to know: the notification without its changes. */
  private record Extension(
      @JsonProperty("about") String about,
      @JsonProperty("notification") String notification,
      @JsonProperty("relationship") Relationship relationship,
      @JsonProperty("reason") Reason reason,
      @JsonProperty("urgency") int urgency,
      @JsonProperty("occurred") EdtfDate occurred,
      @JsonProperty("update") About update,
      @JsonProperty("revision") int revision,
      @JsonProperty("withdrawn") boolean withdrawn) {}

  private static final String ABOUT = "https://tidings.dev/schemas/notification.json";

  private final Links links;

  JsonFeed(Links links) {
    this.links = links;
  }

  byte[] write(Channel channel, List<Entry> entries) {
    return Json.write(
        new Document(
            VERSION,
            channel.title(),
            links.absolute(channel.jsonPath()).orElse(null),
            List.of(new Author(Channel.NAME)),
            entries.stream().map(this::item).toList()));
  }

  private Item item(Entry entry) {
    String path = Links.update(entry.shown().update().uri());
    return new Item(
        entry.id(),
        links.absolute(path).orElse(null),
        entry.title(),
        entry.summary(),
        entry.published().toString(),
        entry.updated().toString(),
        entry.categories().stream().map(Entry.Category::label).distinct().toList(),
        extension(entry));
  }

  private static Extension extension(Entry entry) {
    Notification shown = entry.shown();
    return new Extension(
        ABOUT,
        shown.id(),
        shown.relationship(),
        shown.reason(),
        shown.urgency(),
        shown.occurred(),
        shown.update(),
        shown.revision(),
        entry.isWithdrawn());
  }
}
