package dev.tidings.feed.syndication;

import dev.tidings.feed.Feed;
import dev.tidings.feed.reference.Documented;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.http.HttpServer;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.About;
import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Mode;
import dev.tidings.update.Standing;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A feed without Kafka behind it, for what its documents make of whatever was told. */
final class ServedFeed implements AutoCloseable {

  private static final Instant ISSUED = Instant.parse("2024-01-16T10:00:00.25Z");

  private final Feed feed = new Feed("log", 0, relationship -> Set.of());
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2024-01-20T00:00:00Z");

  ServedFeed(@Nullable String publicUrl) {
    this(publicUrl, request -> Optional.empty());
  }

  ServedFeed(@Nullable String publicUrl, Function<Context, Optional<URI>> reached) {
    URI base = publicUrl == null ? null : URI.create(publicUrl);
    server =
        HttpServer.start(
            HttpServer.Settings.at("127.0.0.1", 0),
            List.of(new Syndication(feed, base, reached, () -> now)));
  }

  ServedFeed() {
    this(null);
  }

  void timeIs(String instant) {
    now = Instant.parse(instant);
  }

  void tell(String headline) {
    tell(feed.size(), "test:" + feed.size(), headline, "2024-01-16T10:00:01.5Z");
  }

  void tell(UpdateFixture update) {
    tell(
        feed.size(),
        About.of(update.get()),
        update.get().headline(),
        update.get().versionCreated());
  }

  void tell(long seq, String uri, String headline, String told) {
    Relationship relationship = Relationship.parse("IRN-PAK");
    About about =
        new About(
            uri,
            1,
            Mode.OFFICIAL_VISIT.kind(),
            Mode.OFFICIAL_VISIT,
            relationship.first(),
            relationship.second(),
            Standing.CONFIRMED);
    tell(seq, about, headline, Instant.parse(told));
  }

  private void tell(long seq, About about, String headline, Instant told) {
    feed.add(
        seq,
        told,
        new Notification(
            "%032x".formatted(seq),
            Relationship.of(about.actor(), about.counterpart()),
            Reason.UPDATE,
            5,
            headline,
            EdtfDate.parse("2024-01-16"),
            ISSUED,
            about,
            List.of(),
            1));
  }

  int port() {
    return server.port();
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Documented.check(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
