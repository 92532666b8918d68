package dev.tidings.update;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One edition of one dated, sourced statement about two parties.
 *
 * <p>The components and their limits are those of the wire format (see {@code docs/formats.md}); a
 * value outside them is refused with {@link IllegalArgumentException}, whose message begins with
 * the field's name. Immutable.
 *
 * @param id the update's uri and this edition's version
 * @param versionCreated when this edition was issued
 * @param embargoedUntil nobody may see it before
 * @param mode what happened; it has its kind
 * @param occurred when it happened
 * @param actor who acted
 * @param counterpart towards whom
 * @param actorSector in which capacity the actor acted; absent, for its state
 * @param counterpartSector in which capacity the counterpart was acted upon; absent, as its state
 * @param concerning other parties that it is about, at most 10
 * @param headline one line of plain text, 1 … 300 characters
 * @param body plain text, at most 16 KiB of UTF-8
 * @param language BCP 47
 * @param place 1 … 200 characters
 * @param people at most 50
 * @param attributedTo who claims it; there when {@code standing} is claimed
 * @param thread what it does to something that persists; absent, the mode's own
 * @param responds the claim that it answers
 * @param sources at most 100
 * @param urgency 1 (flash) … 9 (background); absent, the mode's own
 * @param edNote what a correction changed, 1 … 1,000 characters
 */
public record RelationshipUpdate(
    UpdateId id,
    Instant versionCreated,
    PubStatus pubStatus,
    @Nullable Instant embargoedUntil,
    Mode mode,
    EdtfDate occurred,
    Party actor,
    Party counterpart,
    @Nullable Sector actorSector,
    @Nullable Sector counterpartSector,
    List<Party> concerning,
    String headline,
    @Nullable String body,
    String language,
    @Nullable String place,
    List<Person> people,
    Standing standing,
    @Nullable Attribution attributedTo,
    @Nullable Contribution thread,
    @Nullable Response responds,
    List<Source> sources,
    @Nullable Integer urgency,
    @Nullable String edNote) {

  /** The default of {@code language}. */
  static final String ENGLISH = "en";

  private static final int MOST_BODY_BYTES = 16 * 1024;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}");

  private static final Recent<List<Source>, List<Source>> RECENT_SOURCES =
      new Recent<>(4_096, sources -> sources);

  public RelationshipUpdate {
    concerning = List.copyOf(concerning);
    language = language.equals(ENGLISH) ? ENGLISH : language;
    people = List.copyOf(people);
    sources = sources.size() < 2 ? shared(sources) : sources.stream().distinct().sorted().toList();
    List<Problem> problems = new ArrayList<>();
    if (actor.equals(counterpart)) {
      problems.add(
          new Problem(
              "counterpart",
              String.format(
                  Locale.ROOT, "'%s' is the actor too; expected another party", counterpart)));
    }
    atMost(problems, "concerning", concerning, 10);
    atMost(problems, "people", people, 50);
    atMost(problems, "sources", sources, 100);
    line(problems, "headline", headline, 300);
    line(problems, "place", place, 200);
    line(problems, "edNote", edNote, 1_000);
    checkBody(problems, body);
    if (!language.equals(ENGLISH) && !LANGUAGE.matcher(language).matches()) {
      problems.add(
          new Problem(
              "language",
              String.format(
                  Locale.ROOT, "'%s'; expected a BCP 47 tag, as in en", PlainText.clip(language))));
    }
    if (urgency != null && (urgency < 1 || urgency > 9)) {
      problems.add(
          new Problem("urgency", String.format(Locale.ROOT, "%d; expected 1 … 9", urgency)));
    }
    if (standing == Standing.CLAIMED && attributedTo == null) {
      problems.add(
          new Problem("attributedTo", "missing; expected who claims it, as standing is claimed"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidUpdate(problems);
    }
  }

  /** Most updates are from one source, and many from the same. */
  private static List<Source> shared(List<Source> sources) {
    return RECENT_SOURCES.get(List.copyOf(sources), same -> same);
  }

  /** The pair that it is about. */
  public Relationship relationship() {
    return Relationship.of(actor, counterpart);
  }

  /** Who acted towards whom, and in which capacity each. */
  public Sides sides() {
    return new Sides(actor, actorSector, counterpart, counterpartSector);
  }

  /** Whether both sides act for their states. */
  public boolean isBetweenStates() {
    return sides().areStates();
  }

  public Kind kind() {
    return mode.kind();
  }

  public String uri() {
    return id.uri();
  }

  public int version() {
    return id.version();
  }

  /** What it does to a thread: what it says itself, else what its mode does by default. */
  public Optional<Contribution> contribution() {
    return thread == null ? mode.thread() : Optional.of(thread);
  }

  /** Its urgency: what it says itself, else its mode's. */
  public int urgencyOrDefault() {
    return urgency == null ? mode.urgency() : urgency;
  }

  /** The instant from which readers may know of it. */
  public Instant visibleFrom() {
    return embargoedUntil == null || embargoedUntil.isBefore(versionCreated)
        ? versionCreated
        : embargoedUntil;
  }

  /** The same content, issued at another instant, from other sources. */
  public RelationshipUpdate republished(Instant created, List<Source> from) {
    return toBuilder().versionCreated(created).sources(from).build();
  }

  public RelationshipUpdateBuilder toBuilder() {
    return new RelationshipUpdateBuilder(this);
  }

  private static void atMost(List<Problem> problems, String field, List<?> values, int most) {
    if (values.size() > most) {
      problems.add(
          new Problem(
              field,
              String.format(Locale.ROOT, "%d entries; expected at most %d", values.size(), most)));
    }
  }

  private static void line(List<Problem> problems, String field, @Nullable String text, int most) {
    if (text != null) {
      try {
        PlainText.line("it", text, most);
      } catch (IllegalArgumentException e) {
        problems.add(new Problem(field, message(e)));
      }
    }
  }

  private static void checkBody(List<Problem> problems, @Nullable String body) {
    if (body == null) {
      return;
    }
    int bytes = body.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BODY_BYTES) {
      problems.add(
          new Problem(
              "body",
              String.format(Locale.ROOT, "%d bytes; expected at most %d", bytes, MOST_BODY_BYTES)));
    }
    try {
      PlainText.lines("it", body);
    } catch (IllegalArgumentException e) {
      problems.add(new Problem("body", message(e)));
    }
  }

  private static String message(IllegalArgumentException e) {
    return Objects.requireNonNullElse(e.getMessage(), "wrong");
  }
}
