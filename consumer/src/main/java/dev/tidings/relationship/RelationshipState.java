package dev.tidings.relationship;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.IssuedEdition;
import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.time.Lapse;
import dev.tidings.relationship.time.NextDue;
import dev.tidings.relationship.timeline.StoryCandidate;
import dev.tidings.relationship.timeline.StoryReader;
import dev.tidings.relationship.timeline.TimelinePage;
import dev.tidings.relationship.view.View;
import dev.tidings.relationship.words.WithdrawnText;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All updates of one relationship, and the answers to every question about them: how things stand,
 * stood or would stand, and what is due next. The worker and the feed hold one for each pair.
 *
 * <p>Adding is idempotent and the order makes no difference, so that replays, duplicates and late
 * arrivals are harmless. Two states with the same updates give the same summary, byte for byte. One
 * thread may add; others ask a {@link #snapshot}.
 */
public final class RelationshipState {

  private final Fold fold;

  public RelationshipState(Relationship relationship) {
    this(new Fold(relationship));
  }

  private RelationshipState(Fold fold) {
    this.fold = fold;
  }

  /**
   * The state as it is now. What both have in common they share, so that this takes no time. As
   * long as nothing is added to it, any number of threads may ask it, and nobody waits for another.
   */
  public RelationshipState snapshot() {
    return new RelationshipState(new Fold(fold));
  }

  public Relationship relationship() {
    return fold.relationship();
  }

  /**
   * Adds an update of this relationship.
   *
   * @return what it changed: of its own update first, then of those whose embargo it shows to be
   *     over
   * @throws IllegalArgumentException when the update is of another relationship
   */
  public List<Transition> add(RelationshipUpdate update) {
    return fold.add(update);
  }

  /** Whether readers may know of anything in it. */
  public boolean isKnown() {
    return fold.revision() > 0;
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
      throw new IllegalStateException(relationship() + ": nothing is known yet");
    }
    return new View(fold.indexed(), today(), fold.knownAt(), fold.revision(), earlier);
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
    return fold.momentOf(asKnownAt).view(asOf, asKnownAt).summary();
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
    return fold.momentOf(asKnownAt).indexed().climate(from, to, most);
  }

  /**
   * The summary of any day, as known at any instant, were one more update there: what {@link
   * #summary(LocalDate, Instant)} would say after {@link #add}. Nothing is added.
   *
   * @throws IllegalArgumentException when the update is of another relationship
   */
  public Summary preview(RelationshipUpdate update, LocalDate asOf, Instant asKnownAt) {
    return fold.ifPublished(update)
        .knownAt(asKnownAt, fold::momentOf)
        .view(asOf, asKnownAt)
        .summary();
  }

  /** What {@link #withdrawn} would say, were one more update there. */
  public WithdrawnText withdrawnWith(RelationshipUpdate update) {
    return WithdrawnText.of(fold.ifPublished(update).withdrawn(fold.withdrawn().uris()));
  }

  /** The highest version of an update, be it embargoed; 0, when it is not there. */
  public int highestVersion(String uri) {
    UpdateVersions versions = fold.updates().find(uri);
    return versions == null ? 0 : versions.highest();
  }

  /** The edition to which an update belongs that was added. */
  public IssuedEdition edition(RelationshipUpdate update) {
    return fold.updates().get(update.uri()).edition(update);
  }

  /** The uris of all updates that are there, be they embargoed or withdrawn. */
  public Stream<String> uris() {
    return fold.updates().all().stream().map(UpdateVersions::uri);
  }

  /** What all of it has cost so far, for tests. */
  StepCount steps() {
    return fold.steps();
  }

  /** An update with all its editions; empty when readers know of none. */
  public Optional<Story> story(String uri) {
    UpdateVersions update = fold.updates().find(uri);
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
    return new StoryReader(relationship(), fold.shown(), fold.clock());
  }

  /**
   * How many versions readers may know of: it changes whenever the summary does, and more often.
   */
  public int revision() {
    return fold.revision();
  }

  /** The latest instant at which any edition was issued: the log's own clock. */
  public Instant clock() {
    return fold.clock();
  }

  /** What withdrawn updates said: readers must not see it any more. */
  public WithdrawnText withdrawn() {
    return fold.withdrawn().text();
  }

  /**
   * The next thing that time alone will change, be it an embargo's end or a thread's lapse, as the
   * record that says so: its {@code versionCreated} is the instant. Adding that record makes it so,
   * and the next one is later. A summary is computed only where a thread has an {@code until}.
   */
  public Optional<RelationshipUpdate> nextDue() {
    List<StandingThread> inForce =
        fold.mayLapse() && isKnown() ? fold.indexed().inForce(today()) : List.of();
    return NextDue.of(fold.embargoes(), fold.updates(), fold.clock(), inForce);
  }

  /**
   * The threads that held in an earlier view and whose time has passed since.
   *
   * @param before the earlier view; absent, nothing was known
   * @param after the view now
   */
  public List<Lapse> lapses(@Nullable View before, View after) {
    return fold.mayLapse() && before != null
        ? Lapse.between(before, after, fold.indexed(), fold.updates())
        : List.of();
  }

  /** The day on which the latest known edition was issued. */
  private LocalDate today() {
    return LocalDate.ofInstant(fold.knownAt(), ZoneOffset.UTC);
  }
}
