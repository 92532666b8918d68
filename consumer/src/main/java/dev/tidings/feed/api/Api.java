package dev.tidings.feed.api;

import dev.tidings.feed.Heads;
import dev.tidings.feed.Replica;
import dev.tidings.http.Routes;
import dev.tidings.http.Senders;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** Everything that can be asked about relationships, parties, updates and the feed. */
public final class Api implements Routes {

  /** The path of the one question that comes by POST. */
  public static final String PREVIEW = "/preview";

  private final Relationships relationships;
  private final Timelines timelines;
  private final Climates climates;
  private final Comparisons comparisons;
  private final Changes changes;
  private final Parties parties;
  private final Updates updates;
  private final Finding finding;
  private final Notifications notifications;
  private final Snapshot snapshot;
  private final Previews previews;

  /**
   * The API over a replica.
   *
   * @param senders who may preview updates
   * @param clock says what today is, and now
   */
  public Api(Replica replica, Senders senders, Clock clock) {
    Heads heads = new Heads(replica.archive(), clock);
    this.relationships = new Relationships(replica.archive(), heads, clock);
    this.timelines = new Timelines(replica.archive());
    this.climates = new Climates(replica.archive(), clock);
    this.comparisons = new Comparisons(replica.archive(), clock);
    this.changes = new Changes(replica.feed());
    this.parties = new Parties(replica, heads);
    this.updates = new Updates(replica);
    this.finding = new Finding(replica.archive());
    this.notifications = new Notifications(replica.feed());
    this.snapshot = new Snapshot(replica);
    this.previews = new Previews(replica.archive(), senders, clock);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/relationships", relationships::list);
    routes.get("/relationships/{pair}", relationships::summary);
    routes.get("/relationships/{pair}/timeline", timelines::list);
    routes.get("/relationships/{pair}/climate", climates::overTheYears);
    routes.get("/relationships/{pair}/difference", comparisons::ofTwoDays);
    routes.get("/relationships/{pair}/changes", changes::since);
    routes.get("/parties", parties::list);
    routes.get("/parties/{code}", parties::one);
    routes.get("/updates", finding::updates);
    routes.get("/updates/<uri>", updates::one);
    routes.get("/notifications", notifications::list);
    routes.get("/snapshot", snapshot::write);
    routes.post(PREVIEW, previews::preview);
  }
}
