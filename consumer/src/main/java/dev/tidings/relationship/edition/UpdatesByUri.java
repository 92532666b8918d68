package dev.tidings.relationship.edition;

import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.update.RelationshipUpdate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All updates of one relationship, to be found by their uris. Immutable. */
public final class UpdatesByUri {

  private final SortedTree<UpdateVersions, Integer> byKey;

  private UpdatesByUri(SortedTree<UpdateVersions, Integer> byKey) {
    this.byKey = byKey;
  }

  public static UpdatesByUri none(StepCount steps) {
    return new UpdatesByUri(SortedTree.empty(Shape.INSTANCE, steps));
  }

  /** All editions of an update; null, when there are none. */
  public @Nullable UpdateVersions find(String uri) {
    long key = UpdateVersions.keyOf(uri);
    UpdateVersions last = byKey.last(it -> it.compareTo(key, uri) <= 0).orElse(null);
    return last == null || last.compareTo(key, uri) != 0 ? null : last;
  }

  /** All editions of an update that is there. */
  public UpdateVersions get(String uri) {
    return Objects.requireNonNull(find(uri), uri);
  }

  /** The edition that counts of an update of which one does. */
  public RelationshipUpdate counting(String uri) {
    if (get(uri).resolution() instanceof Current counts) {
      return counts.update();
    }
    throw new IllegalStateException(uri + " does not count");
  }

  /** What has become of an update that is there. */
  public UpdateVersions get(UpdateVersions earlier) {
    return byKey.last(it -> UpdateVersions.BY_KEY.compare(it, earlier) <= 0).orElseThrow();
  }

  /** With an update in the place of what was there of it. */
  public UpdatesByUri with(UpdateVersions update) {
    return new UpdatesByUri(byKey.put(update));
  }

  public List<UpdateVersions> all() {
    return byKey.all();
  }

  private enum Shape implements SortedTree.Sized<UpdateVersions> {
    INSTANCE;

    @Override
    public int compare(UpdateVersions one, UpdateVersions other) {
      return UpdateVersions.BY_KEY.compare(one, other);
    }

    @Override
    public String name(UpdateVersions update) {
      return update.uri();
    }
  }
}
