package dev.tidings.relationship.time;

import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What would be known, were one more update published: for a preview. The updates that are there
 * stay as they are.
 *
 * <p>Its {@code versionCreated} may move the log's clock on, and so end the embargoes of others.
 */
public final class IfPublished {

  private final UpdatesByUri updates;
  private final Embargoes embargoes;
  private final Instant clockBefore;
  private final Instant clock;
  private final String uri;
  private final @Nullable UpdateVersions before;
  private final UpdateVersions after;

  /**
   * One more update.
   *
   * @param updates all that are there
   * @param embargoes those that end after the log's clock
   * @param clockBefore the log's clock
   */
  public IfPublished(
      UpdatesByUri updates, Embargoes embargoes, Instant clockBefore, RelationshipUpdate update) {
    this.updates = updates;
    this.embargoes = embargoes;
    this.clockBefore = clockBefore;
    this.clock =
        update.versionCreated().isAfter(clockBefore) ? update.versionCreated() : clockBefore;
    this.uri = update.uri();
    this.before = updates.find(uri);
    this.after = UpdateVersions.add(before, update).versions();
  }

  /**
   * What would be known at an instant.
   *
   * @param known what is known at an instant without it: at the log's clock, when that is earlier
   */
  public Moment knownAt(Instant asKnownAt, Function<Instant, Moment> known) {
    Instant at = asKnownAt.isBefore(clock) ? asKnownAt : clock;
    Instant from = at.isBefore(clockBefore) ? at : clockBefore;
    Moment moment = known.apply(at);
    for (String other : released(at)) {
      UpdateVersions versions = updates.get(other);
      moment = moment.with(versions, from, versions, at);
    }
    return moment.with(before, from, after, at);
  }

  /**
   * The updates that would be withdrawn then.
   *
   * @param withdrawnBefore the uris of those that are withdrawn
   */
  public List<UpdateVersions> withdrawn(Set<String> withdrawnBefore) {
    Set<String> withdrawn = new HashSet<>(withdrawnBefore);
    for (String other : released(clock)) {
      put(withdrawn, other, updates.get(other));
    }
    put(withdrawn, uri, after);
    return withdrawn.stream().map(of -> of.equals(uri) ? after : updates.get(of)).toList();
  }

  private void put(Set<String> withdrawn, String of, UpdateVersions versions) {
    if (versions.resolve(clock) instanceof Resolution.Withdrawn) {
      withdrawn.add(of);
    } else {
      withdrawn.remove(of);
    }
  }

  /** The others of which one would know more. */
  private List<String> released(Instant at) {
    return embargoes.endedBy(at).uris().stream().filter(other -> !other.equals(uri)).toList();
  }
}
