package dev.tidings.relationship;

import static java.util.stream.Collectors.toSet;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.UpdateVersions.Added;
import dev.tidings.summary.ClimatePoint;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.ThreadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All updates of one relationship: a set of editions, and the picture that they give.
 *
 * <p>Adding is idempotent and the order makes no difference, so that replays, duplicates and late
 * arrivals are harmless. Two states with the same updates give the same summary, byte for byte. Not
 * safe for use by several threads.
 */
public final class RelationshipState {

  private final Relationship relationship;
  private final Map<String, UpdateVersions> updates = new HashMap<>();
  private final Map<String, Resolution> resolved = new HashMap<>();
  private final StepCount steps = new StepCount();
  private Picture picture;

  /** Not before somebody asks for it: most only ask for what is known now. */
  private @Nullable Knowledge knowledge;

  /** Uris with a publication that nobody may know of yet, by the instant from which one may. */
  private final NavigableMap<Instant, List<String>> embargoed = new TreeMap<>();

  /** The latest instant at which any edition was issued: the log's own clock. */
  private Instant latestIssued = Instant.MIN;

  private Instant knownAt = Instant.MIN;

  /** Whether any update says until when a thread holds; of most relationships none does. */
  private boolean mayLapse;

  private int revision;
  private final Chronicle chronicle = new Chronicle();
  private final Set<String> withdrawnUris = new HashSet<>();
  private @Nullable Withdrawn withdrawn;

  public RelationshipState(Relationship relationship) {
    this.relationship = relationship;
    this.picture = Picture.empty(relationship, steps);
  }

  public Relationship relationship() {
    return relationship;
  }

  /**
   * Adds an update of this relationship.
   *
   * @return what it changed: of its own update first, then of those whose embargo it shows to be
   *     over
   * @throws IllegalArgumentException when the update is of another relationship
   */
  public List<Transition> add(RelationshipUpdate update) {
    check(update);
    UpdateVersions versions = updates.computeIfAbsent(update.uri(), uri -> new UpdateVersions());
    int visibleBefore = versions.visible(latestIssued);
    Added added = versions.add(update);
    if (added == Added.DUPLICATE) {
      return List.of();
    }
    mayLapse |= update.thread() != null && update.thread().until() != null;
    if (knowledge != null) {
      knowledge.added(update);
    }
    Instant clockBefore = latestIssued;
    if (update.versionCreated().isAfter(latestIssued)) {
      latestIssued = update.versionCreated();
    }
    if (update.visibleFrom().isAfter(latestIssued)) {
      embargoed.computeIfAbsent(update.visibleFrom(), at -> new ArrayList<>()).add(update.uri());
    } else if (update.visibleFrom().isAfter(knownAt)) {
      knownAt = update.visibleFrom();
    }
    List<Transition> transitions = new ArrayList<>();
    transitions.add(resolve(update, versions, added, visibleBefore));
    release(update, clockBefore, transitions);
    return transitions;
  }

  /** Whether readers may know of anything in it. */
  public boolean isKnown() {
    return revision > 0;
  }

  /**
   * The summary that stands on the topic: as of the day on which the latest known edition was
   * issued, as known at that instant. A pure function of the updates.
   *
   * @throws IllegalStateException when readers may know of nothing
   */
  public Summary summary() {
    if (!isKnown()) {
      throw new IllegalStateException(relationship + ": nothing is known yet");
    }
    return picture.summary(dayOf(knownAt), knownAt, revision);
  }

  /**
   * The summary of any day, as known at any instant.
   *
   * <p>An embargo is over once the log has reached its end, and not when the asker's clock has. The
   * first question of a past instant takes as long as adding all updates did; others take steps
   * that grow with the logarithm of their number.
   *
   * @param asOf a day of the years 0001 … 9999
   */
  public Summary summary(LocalDate asOf, Instant asKnownAt) {
    Knowledge.Moment then = momentOf(asKnownAt);
    return then.picture().summary(asOf, asKnownAt, then.revision());
  }

  /**
   * The climate over the years, as known at any instant: points in equal steps of whole days, the
   * last of them {@code to}. Each has the score that the summary of its day has; what was still to
   * come of a claim on that day does not count on it.
   *
   * @param from where the first step begins; its point is at the step's end
   * @param most points; fewer where there are not so many days, none where nothing is known
   * @throws IllegalArgumentException when {@code from} is after {@code to}, or {@code most} is not
   *     2 … 500
   */
  public List<ClimatePoint> climate(LocalDate from, LocalDate to, int most, Instant asKnownAt) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "from %s to %s; expected a day and a later one", from, to));
    }
    if (most < 2 || most > 500) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d points; expected 2 … 500", most));
    }
    return momentOf(asKnownAt).picture().climate(from, to, most);
  }

  /**
   * The summary of any day, as known at any instant, were one more update there: what {@link
   * #summary(LocalDate, Instant)} would say after {@link #add}. Nothing is added.
   *
   * @throws IllegalArgumentException when the update is of another relationship
   */
  public Summary preview(RelationshipUpdate update, LocalDate asOf, Instant asKnownAt) {
    Knowledge.Moment then = ifPublished(update).knownAt(asKnownAt, this::momentOf);
    return then.picture().summary(asOf, asKnownAt, then.revision());
  }

  /** What {@link #withdrawn} would say, were one more update there. */
  public Withdrawn withdrawnWith(RelationshipUpdate update) {
    IfPublished then = ifPublished(update);
    return Withdrawn.of(then.withdrawn(withdrawnUris).stream().map(then::versions).toList());
  }

  /** The highest version of an update, be it embargoed; 0, when it is not there. */
  public int highestVersion(String uri) {
    UpdateVersions versions = updates.get(uri);
    return versions == null ? 0 : versions.highest();
  }

  private IfPublished ifPublished(RelationshipUpdate update) {
    check(update);
    return new IfPublished(updates, embargoed, latestIssued, update);
  }

  private void check(RelationshipUpdate update) {
    if (!update.relationship().equals(relationship)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "update of %s; expected one of %s",
              update.relationship(),
              relationship));
    }
  }

  /** An embargo is over once the log has reached its end. */
  private Knowledge.Moment momentOf(Instant asKnownAt) {
    return asKnownAt.isBefore(latestIssued)
        ? knowledge().at(asKnownAt)
        : new Knowledge.Moment(picture, revision);
  }

  /** What all of it has cost so far. */
  StepCount steps() {
    return steps;
  }

  private Knowledge knowledge() {
    if (knowledge == null) {
      knowledge = new Knowledge(updates, Picture.empty(relationship, steps), steps);
    }
    return knowledge;
  }

  /** An update with all its editions; empty when readers know of none. */
  public Optional<Story> story(String uri) {
    Place place = chronicle.placeOf(uri);
    return place == null ? Optional.empty() : Optional.of(story(place));
  }

  /**
   * Updates on the timeline, the latest first, the withdrawn ones too.
   *
   * @param before only those that stand before this place; null: from the end
   * @param until none that happened before this day
   * @param wanted which of them
   * @param most how many
   */
  public List<Story> timeline(
      @Nullable Place before, LocalDate until, Predicate<Story> wanted, int most) {
    return chronicle.before(before).keySet().stream()
        .takeWhile(place -> !place.earliest().isBefore(until))
        .map(this::story)
        .filter(wanted)
        .limit(most)
        .toList();
  }

  /** The updates that answer a claim, in the order of the timeline. */
  public List<Story> answersTo(String uri) {
    return chronicle.answersTo(uri).stream().map(this::story).toList();
  }

  /**
   * How many versions readers may know of: it changes whenever the picture does, and more often.
   */
  public int revision() {
    return revision;
  }

  /** The latest instant at which any edition was issued: the log's own clock. */
  public Instant clock() {
    return latestIssued;
  }

  private Story story(Place place) {
    return Objects.requireNonNull(updates.get(place.uri()))
        .story(relationship, place, latestIssued);
  }

  /** What withdrawn updates said: readers must not see it any more. */
  public Withdrawn withdrawn() {
    Withdrawn known = withdrawn;
    if (known == null) {
      known =
          Withdrawn.of(
              withdrawnUris.stream().map(uri -> Objects.requireNonNull(updates.get(uri))).toList());
      withdrawn = known;
    }
    return known;
  }

  /**
   * The next thing that time alone will change, be it an embargo's end or a thread's lapse, as the
   * record that says so: its {@code versionCreated} is the instant. Adding that record makes it so,
   * and the next one is later. A summary is computed only where a thread has an {@code until}.
   */
  public Optional<RelationshipUpdate> nextDue() {
    Stream<RelationshipUpdate> release =
        Dues.nextRelease(embargoed, updates, latestIssued).stream();
    Stream<RelationshipUpdate> lapse =
        mayLapse && isKnown()
            ? Dues.nextLapse(summary().inForce(), this::counting).stream()
            : Stream.empty();
    return Stream.concat(release, lapse).min(Dues.EARLIEST_FIRST);
  }

  /**
   * The threads that held by an earlier summary and whose time has passed since.
   *
   * @param before the earlier summary; absent, there was none
   * @param after the summary now
   */
  public List<Lapse> lapses(@Nullable Summary before, Summary after) {
    if (!mayLapse || before == null) {
      return List.of();
    }
    Set<ThreadId> gone = before.inForce().stream().map(StandingThread::thread).collect(toSet());
    after.inForce().forEach(thread -> gone.remove(thread.thread()));
    if (gone.isEmpty()) {
      return List.of();
    }
    // Of those that are over, a summary lists only the last.
    return picture.standing(after.asOf(), gone).stream()
        .flatMap(thread -> Dues.lapse(thread, before.asOf(), this::counting).stream())
        .toList();
  }

  /** The edition that counts of an update of which one does. */
  private RelationshipUpdate counting(String uri) {
    if (resolved.get(uri) instanceof Resolution.Counts counts) {
      return counts.current().update();
    }
    throw new IllegalStateException(uri + " does not count");
  }

  private Transition resolve(
      RelationshipUpdate cause, UpdateVersions versions, Added added, int visibleBefore) {
    revision += versions.visible(latestIssued) - visibleBefore;
    Resolution after = versions.resolve(latestIssued);
    Resolution before = put(cause.uri(), after);
    return new Transition(cause, added, before, after);
  }

  /** Embargoes end as the log's clock moves on. */
  private void release(
      RelationshipUpdate cause, Instant clockBefore, List<Transition> transitions) {
    NavigableMap<Instant, List<String>> over = embargoed.headMap(latestIssued, true);
    if (over.isEmpty()) {
      return;
    }
    if (over.lastKey().isAfter(knownAt)) {
      knownAt = over.lastKey();
    }
    over.values().stream()
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .forEach(
            uri -> {
              UpdateVersions versions = Objects.requireNonNull(updates.get(uri));
              if (!uri.equals(cause.uri())) {
                revision += versions.visible(latestIssued) - versions.visible(clockBefore);
              }
              Resolution after = versions.resolve(latestIssued);
              Resolution before = put(uri, after);
              transitions.add(new Transition(cause, Added.CORROBORATION, before, after));
            });
    over.clear();
  }

  private Resolution put(String uri, Resolution after) {
    Resolution before = resolved.put(uri, after);
    Resolution known = before == null ? Resolution.NOTHING : before;
    picture = picture.replace(known, after);
    chronicle.replace(uri, known, after);
    boolean isWithdrawn = after instanceof Resolution.Withdrawn;
    if (isWithdrawn) {
      withdrawnUris.add(uri);
    }
    if (isWithdrawn || withdrawnUris.remove(uri)) {
      withdrawn = null;
    }
    return known;
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
