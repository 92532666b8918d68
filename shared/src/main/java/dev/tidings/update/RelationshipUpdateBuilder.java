package dev.tidings.update;

import dev.tidings.party.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts an update together, field by field; what is optional has its default.
 *
 * <p>Not safe for use by several threads.
 */
public final class RelationshipUpdateBuilder {

  private @Nullable UpdateId id;
  private @Nullable Instant versionCreated;
  private PubStatus pubStatus = PubStatus.USABLE;
  private @Nullable Instant embargoedUntil;
  private @Nullable Mode mode;
  private @Nullable EdtfDate occurred;
  private @Nullable Party actor;
  private @Nullable Party counterpart;
  private @Nullable Sector actorSector;
  private @Nullable Sector counterpartSector;
  private List<Party> concerning = List.of();
  private @Nullable String headline;
  private @Nullable String body;
  private String language = RelationshipUpdate.ENGLISH;
  private @Nullable String place;
  private List<Person> people = List.of();
  private Standing standing = Standing.CONFIRMED;
  private @Nullable Attribution attributedTo;
  private @Nullable Contribution thread;
  private @Nullable Response responds;
  private List<Source> sources = List.of();
  private @Nullable Integer urgency;
  private @Nullable String edNote;

  public RelationshipUpdateBuilder() {}

  RelationshipUpdateBuilder(RelationshipUpdate update) {
    id = update.id();
    versionCreated = update.versionCreated();
    pubStatus = update.pubStatus();
    embargoedUntil = update.embargoedUntil();
    mode = update.mode();
    occurred = update.occurred();
    actor = update.actor();
    counterpart = update.counterpart();
    actorSector = update.actorSector();
    counterpartSector = update.counterpartSector();
    concerning = update.concerning();
    headline = update.headline();
    body = update.body();
    language = update.language();
    place = update.place();
    people = update.people();
    standing = update.standing();
    attributedTo = update.attributedTo();
    thread = update.thread();
    responds = update.responds();
    sources = update.sources();
    urgency = update.urgency();
    edNote = update.edNote();
  }

  public RelationshipUpdateBuilder id(UpdateId id) {
    this.id = id;
    return this;
  }

  public RelationshipUpdateBuilder versionCreated(Instant versionCreated) {
    this.versionCreated = versionCreated;
    return this;
  }

  public RelationshipUpdateBuilder pubStatus(PubStatus pubStatus) {
    this.pubStatus = pubStatus;
    return this;
  }

  public RelationshipUpdateBuilder embargoedUntil(@Nullable Instant embargoedUntil) {
    this.embargoedUntil = embargoedUntil;
    return this;
  }

  public RelationshipUpdateBuilder mode(Mode mode) {
    this.mode = mode;
    return this;
  }

  public RelationshipUpdateBuilder occurred(EdtfDate occurred) {
    this.occurred = occurred;
    return this;
  }

  public RelationshipUpdateBuilder actor(Party actor) {
    this.actor = actor;
    return this;
  }

  public RelationshipUpdateBuilder counterpart(Party counterpart) {
    this.counterpart = counterpart;
    return this;
  }

  public RelationshipUpdateBuilder actorSector(@Nullable Sector actorSector) {
    this.actorSector = actorSector;
    return this;
  }

  public RelationshipUpdateBuilder counterpartSector(@Nullable Sector counterpartSector) {
    this.counterpartSector = counterpartSector;
    return this;
  }

  public RelationshipUpdateBuilder concerning(List<Party> concerning) {
    this.concerning = concerning;
    return this;
  }

  public RelationshipUpdateBuilder headline(String headline) {
    this.headline = headline;
    return this;
  }

  public RelationshipUpdateBuilder body(@Nullable String body) {
    this.body = body;
    return this;
  }

  public RelationshipUpdateBuilder language(String language) {
    this.language = language;
    return this;
  }

  public RelationshipUpdateBuilder place(@Nullable String place) {
    this.place = place;
    return this;
  }

  public RelationshipUpdateBuilder people(List<Person> people) {
    this.people = people;
    return this;
  }

  public RelationshipUpdateBuilder standing(Standing standing) {
    this.standing = standing;
    return this;
  }

  public RelationshipUpdateBuilder attributedTo(@Nullable Attribution attributedTo) {
    this.attributedTo = attributedTo;
    return this;
  }

  public RelationshipUpdateBuilder thread(@Nullable Contribution thread) {
    this.thread = thread;
    return this;
  }

  public RelationshipUpdateBuilder responds(@Nullable Response responds) {
    this.responds = responds;
    return this;
  }

  public RelationshipUpdateBuilder sources(List<Source> sources) {
    this.sources = sources;
    return this;
  }

  public RelationshipUpdateBuilder urgency(@Nullable Integer urgency) {
    this.urgency = urgency;
    return this;
  }

  public RelationshipUpdateBuilder edNote(@Nullable String edNote) {
    this.edNote = edNote;
    return this;
  }

  /** Whether all is there that must be. */
  public boolean isComplete() {
    return id != null
        && versionCreated != null
        && mode != null
        && occurred != null
        && actor != null
        && counterpart != null
        && headline != null;
  }

  /** The update; {@link InvalidUpdate} names all its problems. */
  public RelationshipUpdate build() {
    return with(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(versionCreated, "versionCreated"),
        Objects.requireNonNull(mode, "mode"),
        Objects.requireNonNull(occurred, "occurred"),
        Objects.requireNonNull(actor, "actor"),
        Objects.requireNonNull(counterpart, "counterpart"),
        Objects.requireNonNull(headline, "headline"));
  }

  /** What is wrong with what is there so far. What is missing is no problem yet. */
  public List<Problem> problems() {
    Party one = actor == null || counterpart == null ? Party.of("UNO") : actor;
    Party other = actor == null || counterpart == null ? Party.of("EU") : counterpart;
    try {
      with(
          Objects.requireNonNullElse(id, new UpdateId("urn:unknown", 1)),
          Objects.requireNonNullElse(versionCreated, Instant.EPOCH),
          Objects.requireNonNullElse(mode, Mode.COMMENT),
          Objects.requireNonNullElse(occurred, EdtfDate.of(LocalDate.EPOCH)),
          one,
          other,
          Objects.requireNonNullElse(headline, "none"));
      return List.of();
    } catch (InvalidUpdate e) {
      return e.problems();
    }
  }

  private RelationshipUpdate with(
      UpdateId id,
      Instant versionCreated,
      Mode mode,
      EdtfDate occurred,
      Party actor,
      Party counterpart,
      String headline) {
    return new RelationshipUpdate(
        id,
        versionCreated,
        pubStatus,
        embargoedUntil,
        mode,
        occurred,
        actor,
        counterpart,
        actorSector,
        counterpartSector,
        concerning,
        headline,
        body,
        language,
        place,
        people,
        standing,
        attributedTo,
        thread,
        responds,
        sources,
        urgency,
        edNote);
  }
}
