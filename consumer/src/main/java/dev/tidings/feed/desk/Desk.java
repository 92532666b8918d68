package dev.tidings.feed.desk;

import dev.tidings.feed.Heads;
import dev.tidings.feed.Replica;
import dev.tidings.http.Parameters;
import dev.tidings.http.ProblemDetail;
import dev.tidings.http.Routes;
import dev.tidings.wire.Json;
import dev.tidings.wire.Reading;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages. Where the API answers at the same address, whoever asks for {@code text/html} gets the
 * page, and all others the JSON that they always got.
 */
public final class Desk implements Routes {

  private final Assets assets = new Assets();
  private final Html html = new Html();
  private final Site site;
  private final NowPage now;
  private final RelationshipPage relationship;
  private final RelationshipsPage relationships;
  private final PartyPage party;
  private final UpdatePage update;
  private final FindPage find;
  private final PublishPage publish;

  /**
   * The pages over a replica.
   *
   * @param takesUpdates whether updates can be published at this address
   * @param kafka where readers reach Kafka, {@code host:port}
   * @param clock says what today is, and now
   */
  public Desk(Replica replica, boolean takesUpdates, String kafka, Clock clock) {
    Heads heads = new Heads(replica.archive(), clock);
    Trails trails = new Trails(replica.archive(), clock);
    this.site = new Site(assets.path(), takesUpdates, kafka);
    this.now = new NowPage(html, site, replica.feed());
    this.relationship = new RelationshipPage(html, site, replica, clock);
    this.relationships = new RelationshipsPage(html, site, heads, trails);
    this.party = new PartyPage(html, site, replica, heads, trails);
    this.update = new UpdatePage(html, site, replica);
    this.find = new FindPage(html, site, replica);
    this.publish = new PublishPage(html, site);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", now::show);
    routes.get("/find", find::show);
    routes.get("/publish", publish::show);
    routes.get("/assets/{version}/{name}", assets::one);
    routes.before("/relationships", page(relationships::show));
    routes.before("/relationships/{pair}", page(relationship::show));
    routes.before("/parties", page(party::list));
    routes.before("/parties/{code}", page(party::show));
    routes.before("/updates/<uri>", page(update::show));
    routes.after(this::sayProblemToPeople);
  }

  private static Handler page(Handler handler) {
    return request -> {
      if (isRead(request) && Html.isWanted(request)) {
        handler.handle(request);
        request.skipRemainingHandlers();
      }
    };
  }

  private static boolean isRead(Context request) {
    return HandlerType.GET.equals(request.method()) || HandlerType.HEAD.equals(request.method());
  }

  /** A problem document says all there is to say, but not to a person. */
  private void sayProblemToPeople(Context request) {
    if (!isRead(request) || !Html.isWanted(request)) {
      return;
    }
    ProblemDetail problem = problem(request);
    if (problem != null) {
      Reader reader = Reader.of(request, new Parameters(Map.of()));
      Page page = new Page(site, reader, problem.title(), "problem", null, null);
      html.replace(request, "problem", Map.of("page", page, "problem", problem));
    }
  }

  private static @Nullable ProblemDetail problem(Context request) {
    String type = request.res().getContentType();
    if (type == null || !type.startsWith(ProblemDetail.CONTENT_TYPE)) {
      return null;
    }
    String body = request.result();
    return body != null
            && Json.read(body.getBytes(StandardCharsets.UTF_8), ProblemDetail.class)
                instanceof Reading.Good<ProblemDetail> good
        ? good.value()
        : null;
  }
}
