package dev.tidings.feed.desk;

import dev.tidings.feed.Capacity;
import dev.tidings.feed.StoryFilter;
import dev.tidings.http.Parameters;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.timeline.StoryCandidate;
import dev.tidings.update.Kind;
import dev.tidings.update.Standing;
import dev.tidings.wire.InstantText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The day and the instant that a reader asks about.
 *
 * @param isNow whether the reader fixed neither
 * @param isKnownNow whether the reader did not fix the instant
 */
record Moment(LocalDate asOf, Instant knownAt, LocalDate today, boolean isNow, boolean isKnownNow) {

  private static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Reads {@code asOf} and {@code knownAt}; what is wrong stays with the parameters. */
  static Moment of(Parameters asked, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate asOf = asked.day("asOf");
    Instant knownAt = asked.one("knownAt", Moment::instant);
    if (knownAt != null && knownAt.isAfter(now)) {
      asked.problem(
          "knownAt",
          String.format(Locale.ROOT, "%s is yet to come; expected now or earlier", knownAt));
    }
    return new Moment(
        asOf == null ? today : asOf,
        knownAt == null ? now : knownAt,
        today,
        asOf == null && knownAt == null,
        knownAt == null);
  }

  /** An RFC 3339 instant, or what a browser's field sends: UTC, without saying so. */
  private static Instant instant(String text) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}")) {
      return InstantText.parse(text + ":00Z");
    }
    return InstantText.parse(
        text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?")
            ? text + "Z"
            : text);
  }

  /** The instant as a browser's field has it. */
  String field() {
    return FIELD.format(knownAt);
  }

  /** Whether an update belongs on the timeline of that day and instant. */
  boolean isBy(StoryCandidate story) {
    return !story.place().earliest().isAfter(asOf)
        && (isKnownNow || !story.firstIssued().isAfter(knownAt));
  }

  /** The address of a later page of a timeline. */
  String address(Relationship pair, StoryFilter wanted, String after) {
    List<String> query = query();
    if (wanted.from() != null) {
      query.add("from=" + wanted.from());
    }
    if (wanted.to() != null) {
      query.add("to=" + wanted.to());
    }
    wanted.kinds().stream().map(Kind::word).sorted().forEach(kind -> query.add("kind=" + kind));
    wanted.standings().stream()
        .map(Standing::word)
        .sorted()
        .forEach(standing -> query.add("standing=" + standing));
    wanted.sectors().stream()
        .map(Capacity::word)
        .sorted()
        .forEach(sector -> query.add("sector=" + sector));
    if (wanted.words() != null) {
      query.add("q=" + URLEncoder.encode(wanted.words(), StandardCharsets.UTF_8));
    }
    query.add("after=" + after);
    return String.format(
        Locale.ROOT, "/relationships/%s?%s#timeline", pair, String.join("&", query));
  }

  /** The address of the updates of some days. */
  String address(Relationship pair, LocalDate from, LocalDate to) {
    List<String> query = query();
    query.add("from=" + from);
    query.add("to=" + to);
    return String.format(
        Locale.ROOT, "/relationships/%s?%s#timeline", pair, String.join("&", query));
  }

  /** The address of all updates. */
  String all(Relationship pair) {
    List<String> query = query();
    return "/relationships/"
        + pair.key()
        + (query.isEmpty() ? "" : "?" + String.join("&", query))
        + "#timeline";
  }

  /** The address of all of a list that is cut short at first. */
  String whole(Relationship pair, String list) {
    List<String> query = query();
    query.add("all=true");
    return String.format(
        Locale.ROOT, "/relationships/%s?%s#%s", pair, String.join("&", query), list);
  }

  private List<String> query() {
    List<String> query = new ArrayList<>();
    if (!asOf.equals(today)) {
      query.add("asOf=" + asOf);
    }
    if (!isKnownNow) {
      query.add("knownAt=" + knownAt);
    }
    return query;
  }
}
