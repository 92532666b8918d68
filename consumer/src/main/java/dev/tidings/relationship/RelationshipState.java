package dev.tidings.relationship;

import static java.util.stream.Collectors.toSet;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.edition.UpdateVersions.Added;
import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.timeline.ShownUpdates;
import dev.tidings.relationship.timeline.StoryCandidate;
import dev.tidings.relationship.timeline.StoryReader;
import dev.tidings.relationship.timeline.TimelinePage;
import dev.tidings.relationship.view.IndexedUpdates;
import dev.tidings.relationship.view.View;
import dev.tidings.relationship.words.WithdrawnText;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.ThreadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.HashTreePSet;
import org.pcollections.PStack;
import org.pcollections.TreePMap;

/**
 * All updates of one relationship: a set of editions, and the picture that they give.
 *
 * <p>Adding is idempotent and the order makes no difference, so that replays, duplicates and late
 * arrivals are harmless. Two states with the same updates give the same summary, byte for byte. One
 * thread may add; others ask a {@link #snapshot}.
 */
public final class RelationshipState {

  private final Relationship relationship;
  private final StepCount steps;
  private final Past past;
  private UpdatesByUri updates;
  private Past.Additions additions = Past.Additions.NONE;
  private IndexedUpdates indexed;

  /** Uris with a publication that nobody may know of yet, by the instant from which one may. */
  private TreePMap<Instant, PStack<String>> embargoed = TreePMap.empty();

  /** The latest instant at which any edition was issued: the log's own clock. */
  private Instant latestIssued = Instant.MIN;

  private Instant knownAt = Instant.MIN;

  /** Whether any update says until when a thread holds; of most relationships none does. */
  private boolean mayLapse;

  private int revision;
  private ShownUpdates shown;
  private Withdrawing withdrawing;

  public RelationshipState(Relationship relationship) {
    this.relationship = relationship;
    this.steps = new StepCount();
    this.indexed = IndexedUpdates.empty(relationship, steps);
    this.past = new Past(indexed, steps);
    this.updates = UpdatesByUri.none(steps);
    this.shown = ShownUpdates.empty(steps);
    this.withdrawing = new Withdrawing(HashTreePSet.empty(), updates);
  }

  private RelationshipState(RelationshipState of) {
    this.relationship = of.relationship;
    this.steps = of.steps;
    this.past = of.past;
    this.updates = of.updates;
    this.additions = of.additions;
    this.indexed = of.indexed;
    this.embargoed = of.embargoed;
    this.latestIssued = of.latestIssued;
    this.knownAt = of.knownAt;
    this.mayLapse = of.mayLapse;
    this.revision = of.revision;
    this.shown = of.shown;
    this.withdrawing = of.withdrawing;
  }

  /**
   * The state as it is now. What both have in common they share, so that this takes no time. As
   * long as nothing is added to it, any number of threads may ask it, and nobody waits for another.
   */
  public RelationshipState snapshot() {
    return new RelationshipState(this);
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
    UpdateVersions before = updates.find(update.uri());
    int visibleBefore = before == null ? 0 : before.visible(latestIssued);
    UpdateVersions.Addition addition = UpdateVersions.add(before, update);
    Added added = addition.added();
    if (added == Added.DUPLICATE) {
      return List.of();
    }
    UpdateVersions versions = addition.versions();
    additions =
        past.isAsked()
            ? additions.plus(new Knowledge.Event(update.visibleFrom(), versions))
            : additions.plusOne();
    mayLapse |= update.thread() != null && update.thread().until() != null;
    Instant clockBefore = latestIssued;
    if (update.versionCreated().isAfter(latestIssued)) {
      latestIssued = update.versionCreated();
    }
    if (update.visibleFrom().isAfter(latestIssued)) {
      PStack<String> others = embargoed.get(update.visibleFrom());
      embargoed =
          embargoed.plus(
              update.visibleFrom(),
              (others == null ? ConsPStack.<String>empty() : others).plus(update.uri()));
    } else if (update.visibleFrom().isAfter(knownAt)) {
      knownAt = update.visibleFrom();
    }
    List<Transition> transitions = new ArrayList<>();
    transitions.add(resolve(update, added, before, versions, visibleBefore));
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
    return view(null).summary();
  }

  /**
   * How things stand now: what {@link #summary()} puts into words, which takes longer.
   *
   * @param earlier a view from before; what has not changed since is taken over from it
   * @throws IllegalStateException when readers may know of nothing
   */
  public View view(@Nullable View earlier) {
    if (!isKnown()) {
      throw new IllegalStateException(relationship + ": nothing is known yet");
    }
    return new View(indexed, dayOf(knownAt), knownAt, revision, earlier);
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
    return new View(then.indexed(), asOf, asKnownAt, then.revision(), null).summary();
  }

  /**
   * The climate over the years, as known at any instant: points in equal steps of whole days, the
   * last of them {@code to}. Each has the score that the summary of its day has, and the lowest and
   * highest of its step; what was still to come of a claim on a day does not count on it. Of a step
   * of more than 366 days so many parts are looked at for these two, and of each part the last day
   * on which anything began.
   *
   * <p>What was in force is told as the summary of {@code to} would tell it: at most 100 times, the
   * gravest.
   *
   * @param from where the first step begins; its point is at the step's end
   * @param most points; fewer where there are not so many days, none where nothing is known
   * @throws IllegalArgumentException when {@code from} is after {@code to}, or {@code most} is not
   *     2 … 500
   */
  public ClimateOverTheYears climate(LocalDate from, LocalDate to, int most, Instant asKnownAt) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "from %s to %s; expected a day and a later one", from, to));
    }
    if (most < 2 || most > 500) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d points; expected 2 … 500", most));
    }
    return momentOf(asKnownAt).indexed().climate(from, to, most);
  }

  /**
   * The summary of any day, as known at any instant, were one more update there: what {@link
   * #summary(LocalDate, Instant)} would say after {@link #add}. Nothing is added.
   *
   * @throws IllegalArgumentException when the update is of another relationship
   */
  public Summary preview(RelationshipUpdate update, LocalDate asOf, Instant asKnownAt) {
    Knowledge.Moment then = ifPublished(update).knownAt(asKnownAt, this::momentOf);
    return new View(then.indexed(), asOf, asKnownAt, then.revision(), null).summary();
  }

  /** What {@link #withdrawn} would say, were one more update there. */
  public WithdrawnText withdrawnWith(RelationshipUpdate update) {
    IfPublished then = ifPublished(update);
    return WithdrawnText.of(
        then.withdrawn(withdrawing.uris()).stream().map(then::versions).toList());
  }

  /** The highest version of an update, be it embargoed; 0, when it is not there. */
  public int highestVersion(String uri) {
    UpdateVersions versions = updates.find(uri);
    return versions == null ? 0 : versions.highest();
  }

  private IfPublished ifPublished(RelationshipUpdate update) {
    check(update);
    return new IfPublished(updates, embargoed, latestIssued, update);
  }

  private void check(RelationshipUpdate update) {
    if (!relationship.includes(update.actor()) || !relationship.includes(update.counterpart())) {
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
        ? past.at(asKnownAt, updates, additions)
        : new Knowledge.Moment(indexed, revision);
  }

  /** What all of it has cost so far. */
  StepCount steps() {
    return steps;
  }

  /** An update with all its editions; empty when readers know of none. */
  public Optional<Story> story(String uri) {
    UpdateVersions update = updates.find(uri);
    return update == null || update.resolution() instanceof Resolution.Nothing
        ? Optional.empty()
        : Optional.of(stories().story(update));
  }

  /**
   * Updates on the timeline, the latest first, the withdrawn ones too. One answer looks at 10,000
   * of them at most, and at fewer where their texts are long or their editions many: there may be
   * few in it and more to come.
   *
   * @param before only those that stand before this place; null: from the end
   * @param until none that happened before this day
   * @param wanted which of them
   * @param most how many
   */
  public TimelinePage timeline(
      @Nullable TimelinePosition before,
      LocalDate until,
      Predicate<StoryCandidate> wanted,
      int most) {
    return stories().page(before, until, wanted, most);
  }

  /**
   * Updates that answer a claim, the latest first.
   *
   * @param skip how many to leave out
   * @param most how many
   */
  public List<Story> answersTo(String uri, int skip, int most) {
    return stories().answersTo(uri, skip, most);
  }

  private StoryReader stories() {
    return new StoryReader(relationship, shown, latestIssued);
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

  /** What withdrawn updates said: readers must not see it any more. */
  public WithdrawnText withdrawn() {
    return withdrawing.withdrawn();
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
            ? Dues.nextLapse(indexed.inForce(dayOf(knownAt)), this::counting).stream()
            : Stream.empty();
    return Stream.concat(release, lapse).min(Dues.EARLIEST_FIRST);
  }

  /**
   * The threads that held in an earlier view and whose time has passed since.
   *
   * @param before the earlier view; absent, nothing was known
   * @param after the view now
   */
  public List<Lapse> lapses(@Nullable View before, View after) {
    if (!mayLapse || before == null) {
      return List.of();
    }
    Set<ThreadId> gone =
        before.parts().inForce().stream().map(StandingThread::thread).collect(toSet());
    after.parts().inForce().forEach(thread -> gone.remove(thread.thread()));
    if (gone.isEmpty()) {
      return List.of();
    }
    // Of those that are over, a summary lists only the last.
    return indexed.standing(after.asOf(), gone).stream()
        .flatMap(thread -> Dues.lapse(thread, before.asOf(), this::counting).stream())
        .toList();
  }

  /** The edition that counts of an update of which one does. */
  private RelationshipUpdate counting(String uri) {
    if (updates.get(uri).resolution() instanceof Current counts) {
      return counts.update();
    }
    throw new IllegalStateException(uri + " does not count");
  }

  private Transition resolve(
      RelationshipUpdate cause,
      Added added,
      @Nullable UpdateVersions before,
      UpdateVersions versions,
      int visibleBefore) {
    revision += versions.visible(latestIssued) - visibleBefore;
    return new Transition(
        cause,
        added,
        before == null ? Resolution.NOTHING : before.resolution(),
        put(before, versions));
  }

  /** Embargoes end as the log's clock moves on. */
  private void release(
      RelationshipUpdate cause, Instant clockBefore, List<Transition> transitions) {
    TreePMap<Instant, PStack<String>> over = embargoed.headMap(latestIssued, true);
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
              UpdateVersions versions = updates.get(uri);
              if (!uri.equals(cause.uri())) {
                revision += versions.visible(latestIssued) - versions.visible(clockBefore);
              }
              transitions.add(
                  new Transition(
                      cause, Added.CORROBORATION, versions.resolution(), put(versions, versions)));
            });
    embargoed = embargoed.tailMap(latestIssued, false);
  }

  /** Puts an update in the place of what was there of it, and gives what it amounts to now. */
  private Resolution put(@Nullable UpdateVersions before, UpdateVersions versions) {
    UpdateVersions now = versions.resolved(latestIssued);
    Resolution was = before == null ? Resolution.NOTHING : before.resolution();
    Resolution is = now.resolution();
    updates = updates.with(now);
    indexed = indexed.replace(was, is);
    shown = shown.replace(before, now);
    if (is instanceof Resolution.Withdrawn) {
      withdrawing = new Withdrawing(withdrawing.uris().plus(now.uri()), updates);
    } else if (was instanceof Resolution.Withdrawn) {
      withdrawing = new Withdrawing(withdrawing.uris().minus(now.uri()), updates);
    }
    return is;
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
