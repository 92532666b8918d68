package dev.tidings.relationship.edition;

import dev.tidings.party.Relationship;
import dev.tidings.update.Contribution;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every edition of one update, and what they amount to. A set: adding is idempotent, and the order
 * makes no difference. Immutable.
 */
public final class UpdateVersions {

  /** What adding an update did to its editions. */
  public enum Added {
    /** It was there already. */
    DUPLICATE,
    /** The edition was there; this publication has other sources, or another instant. */
    CORROBORATION,
    /** A version that was not there. */
    EDITION,
    /** A version that was there with another content. */
    CONFLICT
  }

  /** The set with one more publication, and what that did to it. */
  public record Addition(UpdateVersions versions, Added added) {}

  /** The order of the timeline, of updates that are shown. */
  public static final Comparator<UpdateVersions> TIMELINE =
      (one, other) -> Edition.TIMELINE.compare(one.shown(), other.shown());

  /** By key, then by uri: an arbitrary order, and always the same. */
  public static final Comparator<UpdateVersions> BY_KEY = UpdateVersions::compareByKey;

  /**
   * A hash of the uri. Comparing it is enough unless two are equal: the uri itself has to be read
   * from the bytes of an edition.
   */
  private final long key;

  /** Of most updates the only one. */
  private final Edition first;

  private final List<Edition> others;
  private final Resolution resolution;

  private UpdateVersions(long key, Edition first, List<Edition> others, Resolution resolution) {
    this.key = key;
    this.first = first;
    this.others = others;
    this.resolution = resolution;
  }

  /** With one edition, of which readers know nothing yet. */
  private UpdateVersions(RelationshipUpdate update) {
    this(keyOf(update.uri()), new Edition(update), List.of(), Resolution.NOTHING);
  }

  private UpdateVersions with(List<Edition> editions) {
    return new UpdateVersions(
        key, editions.get(0), List.copyOf(editions.subList(1, editions.size())), resolution);
  }

  /** With one more publication of an update, of which nothing may have been there. */
  public static Addition add(@Nullable UpdateVersions there, RelationshipUpdate update) {
    return there == null
        ? new Addition(new UpdateVersions(update), Added.EDITION)
        : there.plus(new Edition(update));
  }

  private Addition plus(Edition added) {
    List<Edition> more = new ArrayList<>(editions());
    boolean versionKnown = false;
    for (int i = 0; i < more.size(); i++) {
      Edition there = more.get(i);
      if (there.saysTheSameAs(added)) {
        Edition merged = there.with(added);
        if (merged == there) {
          return new Addition(this, Added.DUPLICATE);
        }
        more.set(i, merged);
        return new Addition(with(more), Added.CORROBORATION);
      }
      versionKnown |= there.version() == added.version();
    }
    more.add(added);
    return new Addition(with(more), versionKnown ? Added.CONFLICT : Added.EDITION);
  }

  /** What the editions amounted to when {@link #resolved} was last asked. */
  public Resolution resolution() {
    return resolution;
  }

  /** The same editions, with what they amount to as known at an instant. */
  public UpdateVersions resolved(Instant knownAt) {
    return new UpdateVersions(key, first, others, resolve(knownAt));
  }

  private List<Edition> editions() {
    if (others.isEmpty()) {
      return List.of(first);
    }
    List<Edition> editions = new ArrayList<>(List.of(first));
    editions.addAll(others);
    return editions;
  }

  /** The one that says what an update says, be it issued at another instant from other sources. */
  public IssuedEdition edition(RelationshipUpdate update) {
    if (others.isEmpty()) {
      return first;
    }
    Edition same = new Edition(update);
    return editions().stream().filter(same::saysTheSameAs).findFirst().orElseThrow();
  }

  private Stream<Edition> known(Instant knownAt) {
    return editions().stream().filter(edition -> edition.isVisibleAt(knownAt));
  }

  /** The first 64 bits of SHA-256, so that nobody can choose many uris with the same key. */
  static long keyOf(String uri) {
    try {
      byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Negative, zero or positive, as it stands before, at or behind an update with this uri. */
  int compareTo(long otherKey, String uri) {
    int order = Long.compare(key, otherKey);
    return order == 0 ? uri().compareTo(uri) : order;
  }

  private int compareByKey(UpdateVersions other) {
    int order = Long.compare(key, other.key);
    return order == 0 ? first.compareUri(other.first) : order;
  }

  /** When the first of those editions was issued that readers know of at an instant. */
  public Instant firstIssued(Instant knownAt) {
    return known(knownAt).map(Edition::created).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  /** The highest version, be it embargoed; 0, when there is none. */
  public int highest() {
    return editions().stream().mapToInt(Edition::version).max().orElse(0);
  }

  /** The instants from which readers may know more of it. */
  public Stream<Instant> visibleFrom() {
    return editions().stream().flatMap(edition -> edition.visibleFrom().stream());
  }

  public String uri() {
    return first.uri();
  }

  public Set<String> headlines() {
    return editions().stream()
        .map(edition -> edition.content().headline())
        .collect(Collectors.toSet());
  }

  /** What any edition of it said of a thread's terms. */
  public Set<String> terms() {
    Set<String> terms = new TreeSet<>();
    for (Edition edition : editions()) {
      edition.content().contribution().map(Contribution::terms).ifPresent(terms::add);
    }
    return terms;
  }

  public int visible(Instant knownAt) {
    if (others.isEmpty()) {
      return first.isVisibleAt(knownAt) ? 1 : 0;
    }
    return (int) known(knownAt).count();
  }

  /**
   * What becomes known of it when an embargo ends, and may count then: no edition of a version that
   * a higher one has overtaken already.
   */
  public List<RelationshipUpdate> awaited(Instant now, Instant end) {
    int highest = known(now).mapToInt(Edition::version).max().orElse(0);
    return editions().stream()
        .filter(edition -> !edition.isVisibleAt(now) && edition.version() >= highest)
        .filter(edition -> end.equals(edition.embargoedUntil()))
        .map(Edition::content)
        .toList();
  }

  /** What the editions amount to, as known at an instant. */
  public Resolution resolve(Instant knownAt) {
    // Most updates have one edition, and nothing needs to be put together for it.
    return others.isEmpty()
        ? CountingRule.ofOnly(first, knownAt)
        : CountingRule.of(known(knownAt).toList(), knownAt);
  }

  /** The update with all its editions that readers know of at an instant. */
  public Story story(Relationship relationship, Instant knownAt) {
    return Stories.of(relationship, position(), resolve(knownAt), known(knownAt).toList(), knownAt);
  }

  /** Where it stands on the timeline, when it is shown. */
  public TimelinePosition position() {
    return shown().place();
  }

  /** Whether it stands on the timeline: it counts, or was withdrawn. */
  public boolean isShown() {
    return edition() != null;
  }

  /** Whether it is shown, and by the edition that showed it before. */
  public boolean isShownAs(UpdateVersions before) {
    return isShown() && edition() == before.edition();
  }

  /** Negative, zero or positive, as it stands before, at or behind a place on the timeline. */
  public int compareTo(TimelinePosition place) {
    return shown().compareTo(place);
  }

  /** The claim that it answers, when it counts. */
  public Optional<String> answered() {
    return resolution instanceof Current current
        ? Optional.ofNullable(current.responds()).map(Response::uri)
        : Optional.empty();
  }

  /** The edition that readers are shown, or that withdraws it. */
  private @Nullable Edition edition() {
    if (resolution instanceof Current current) {
      return current.edition();
    }
    return resolution instanceof Resolution.Withdrawn withdrawn ? withdrawn.by() : null;
  }

  private Edition shown() {
    return Objects.requireNonNull(edition(), this::uri);
  }
}
