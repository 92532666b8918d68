package dev.tidings.feed.webhook;

import dev.tidings.feed.Filter;
import dev.tidings.http.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for: the value of a record on {@code relations.subscriptions}. What came of
 * it so far is {@link Progress}, which another process may be writing.
 *
 * @param filters as the feed's query parameters have them
 * @param secrets the newest first
 * @param log the feed whose cursor {@code after} is
 * @param after where the last replay began, or the subscription
 * @param replays how often it was sent back to a cursor
 * @param resumes how often it was resumed
 */
record Subscription(
    String id,
    String url,
    Map<String, List<String>> filters,
    @Nullable String description,
    String owner,
    Instant created,
    List<Secret> secrets,
    boolean paused,
    String log,
    long after,
    int replays,
    int resumes) {

  /** How long a secret signs beside the one that takes its place. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final int MOST_SECRETS = 5;

  Subscription {
    filters = Collections.unmodifiableMap(new TreeMap<>(filters));
    secrets = List.copyOf(secrets);
  }

  Filter filter() {
    Parameters parameters = new Parameters(filters);
    Filter filter = Filter.of(parameters);
    parameters.check();
    return filter;
  }

  /** The newest secret, and those before it that have not ended. */
  List<Secret> signing(Instant now) {
    return secrets.stream().filter(secret -> secret.signsAt(now)).toList();
  }

  Subscription with(Secret newest, Instant now) {
    List<Secret> all = new ArrayList<>(List.of(newest));
    signing(now).stream().map(old -> old.endingAt(now.plus(OVERLAP))).forEach(all::add);
    return with(all.stream().limit(MOST_SECRETS).toList(), paused);
  }

  Subscription pause() {
    return with(secrets, true);
  }

  Subscription resume() {
    return new Subscription(
        id,
        url,
        filters,
        description,
        owner,
        created,
        secrets,
        false,
        log,
        after,
        replays,
        resumes + 1);
  }

  Subscription replay(String fromLog, long cursor) {
    return new Subscription(
        id,
        url,
        filters,
        description,
        owner,
        created,
        secrets,
        paused,
        fromLog,
        cursor,
        replays + 1,
        resumes);
  }

  private Subscription with(List<Secret> newSecrets, boolean nowPaused) {
    return new Subscription(
        id,
        url,
        filters,
        description,
        owner,
        created,
        newSecrets,
        nowPaused,
        log,
        after,
        replays,
        resumes);
  }

  /** Names it; the URL may be a secret of its own. */
  @Override
  public String toString() {
    return id;
  }
}
