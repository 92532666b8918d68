package dev.tidings.wire;

import static java.util.stream.Collectors.toSet;

import dev.tidings.party.Party;
import dev.tidings.text.VisibleText;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.Doubt;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.Person;
import dev.tidings.update.Position;
import dev.tidings.update.Problem;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.RelationshipUpdateBuilder;
import dev.tidings.update.Response;
import dev.tidings.update.Sector;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.UpdateId;
import dev.tidings.update.WireWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON tree becomes an update; or, from a producer's user, the updates that it stands for. */
final class UpdateReader {

  private static final int MOST_PARTIES = 30;
  static final int MOST_DOUBTS = 8;

  private final List<Problem> problems = new ArrayList<>();
  private final boolean strict;

  private UpdateReader(boolean strict) {
    this.strict = strict;
  }

  /** What a topic holds: unknown fields are ignored. */
  static Reading<RelationshipUpdate> lenient(JsonNode node) {
    UpdateReader reader = new UpdateReader(false);
    FieldReader fields = new FieldReader(node, "", reader.problems);
    RelationshipUpdateBuilder builder = reader.common(fields, null);
    RelationshipUpdate update = reader.bilateral(fields, builder);
    return reader.reading(update);
  }

  /** What a user hands in: unknown fields are refused, {@code parties} stands for every pair. */
  static Reading<List<RelationshipUpdate>> strict(JsonNode node, Instant receivedAt) {
    UpdateReader reader = new UpdateReader(true);
    FieldReader fields = new FieldReader(node, "", reader.problems);
    RelationshipUpdateBuilder builder = reader.common(fields, receivedAt);
    List<RelationshipUpdate> updates = List.of();
    if (fields.has("parties")) {
      updates = reader.multilateral(fields, builder);
    } else {
      RelationshipUpdate update = reader.bilateral(fields, builder);
      updates = update == null ? List.of() : List.of(update);
      fields.texts("parties", Party::of);
    }
    fields.refuseOthers();
    return reader.reading(updates);
  }

  private <T> Reading<T> reading(@Nullable T value) {
    return value == null || !problems.isEmpty()
        ? new Reading.Bad<>(problems)
        : new Reading.Good<>(value);
  }

  private @Nullable RelationshipUpdate bilateral(
      FieldReader fields, RelationshipUpdateBuilder builder) {
    with(fields.requiredText("actor", Party::of), builder::actor);
    with(fields.requiredText("counterpart", Party::of), builder::counterpart);
    builder.actorSector(fields.text("actorSector", this::sector));
    builder.counterpartSector(fields.text("counterpartSector", this::sector));
    if (!problems.isEmpty()) {
      addProblemsOf(builder);
      return null;
    }
    return fields.attempt("", builder::build);
  }

  private List<RelationshipUpdate> multilateral(
      FieldReader fields, RelationshipUpdateBuilder builder) {
    for (String side : List.of("actor", "counterpart", "actorSector", "counterpartSector")) {
      if (fields.has(side)) {
        fields.problem(side, "stands beside parties; expected one or the other");
      }
      fields.text(side, text -> text);
    }
    List<Party> parties = parties(fields);
    if (!problems.isEmpty()) {
      addProblemsOf(builder);
      return List.of();
    }
    List<RelationshipUpdate> pairs = new ArrayList<>();
    for (int i = 0; i < parties.size() && problems.isEmpty(); i++) {
      for (int j = i + 1; j < parties.size() && problems.isEmpty(); j++) {
        builder.actor(parties.get(i)).counterpart(parties.get(j));
        RelationshipUpdate pair = fields.attempt("", builder::build);
        if (pair != null) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  /** An old consumer outlives a new sector; a user's typing error does not pass. */
  private Sector sector(String code) {
    return strict ? Sector.known(code) : Sector.of(code);
  }

  private List<Party> parties(FieldReader fields) {
    int before = problems.size();
    List<Party> named = fields.texts("parties", Party::of);
    boolean allKnown = problems.size() == before;
    List<Party> parties = List.copyOf(new TreeSet<>(named));
    if (parties.size() < named.size()) {
      fields.problem("parties", "names a party twice");
    }
    if (parties.size() > MOST_PARTIES || (allKnown && parties.size() < 2)) {
      fields.problem(
          "parties",
          String.format(Locale.ROOT, "%d of them; expected 2 … %d", parties.size(), MOST_PARTIES));
    }
    return parties;
  }

  /** What else is wrong, beside the fields of which something was said already. */
  private void addProblemsOf(RelationshipUpdateBuilder builder) {
    Set<String> told =
        problems.stream()
            .map(problem -> problem.field().replaceFirst("[.\\[].*", ""))
            .collect(toSet());
    builder.problems().stream()
        .filter(problem -> !told.contains(problem.field()))
        .forEach(problems::add);
  }

  private RelationshipUpdateBuilder common(FieldReader fields, @Nullable Instant receivedAt) {
    RelationshipUpdateBuilder builder = new RelationshipUpdateBuilder();
    identity(fields, builder, receivedAt);
    with(fields.text("pubStatus", word(PubStatus.class)), builder::pubStatus);
    with(fields.text("embargoedUntil", InstantText::parse), builder::embargoedUntil);
    Kind kind = fields.requiredText("kind", word(Kind.class));
    String modeWord = fields.requiredText("mode", text -> text);
    if (kind != null && modeWord != null) {
      with(fields.attempt("mode", () -> Mode.of(kind, modeWord)), builder::mode);
    }
    with(fields.requiredText("occurred", EdtfDate::parse), builder::occurred);
    builder.concerning(fields.texts("concerning", Party::of));
    with(fields.requiredText("headline", this::said), builder::headline);
    builder.body(fields.text("body", this::said));
    with(fields.text("language", text -> text), builder::language);
    builder.place(fields.text("place", this::said));
    builder.people(fields.objects("people", this::person));
    with(fields.text("standing", word(Standing.class)), builder::standing);
    builder.attributedTo(fields.object("attributedTo", this::attribution));
    builder.thread(fields.object("thread", this::contribution));
    builder.responds(fields.object("responds", this::response));
    builder.sources(fields.objects("sources", this::source));
    builder.urgency(fields.integer("urgency"));
    builder.edNote(fields.text("edNote", this::said));
    return builder;
  }

  private void identity(
      FieldReader fields, RelationshipUpdateBuilder builder, @Nullable Instant receivedAt) {
    String uri = fields.requiredText("uri", text -> new UpdateId(text, 1).uri());
    Integer version = fields.integer("version");
    String known = uri == null ? "urn:unknown" : uri;
    int edition = version == null ? 1 : version;
    with(fields.attempt("version", () -> new UpdateId(known, edition)), builder::id);
    if (receivedAt == null) {
      with(fields.requiredText("versionCreated", InstantText::parse), builder::versionCreated);
      return;
    }
    Instant created = fields.text("versionCreated", InstantText::parse);
    builder.versionCreated(created == null ? receivedAt : created);
    if (created != null && isAhead(created, receivedAt)) {
      fields.problem(
          "versionCreated",
          String.format(
              Locale.ROOT,
              "%s is ahead of the clock, %s; expected at most 5 minutes",
              created,
              receivedAt));
    }
  }

  static boolean isAhead(Instant created, Instant receivedAt) {
    return created.isAfter(receivedAt.plusSeconds(300));
  }

  private @Nullable Person person(FieldReader fields) {
    String name = fields.requiredText("name", this::said);
    String role = fields.text("role", this::said);
    Party party = fields.text("party", Party::of);
    refuseOthers(fields);
    return name == null ? null : fields.attempt("", () -> new Person(name, role, party));
  }

  private @Nullable Attribution attribution(FieldReader fields) {
    Party party = fields.text("party", Party::of);
    String name = fields.text("name", this::said);
    String role = fields.text("role", this::said);
    refuseOthers(fields);
    return fields.attempt("", () -> new Attribution(party, name, role));
  }

  private @Nullable Contribution contribution(FieldReader fields) {
    ThreadId id = fields.requiredText("id", ThreadId::new);
    Effect effect = fields.requiredText("effect", word(Effect.class));
    String terms = fields.text("terms", this::said);
    EdtfDate until = fields.text("until", EdtfDate::parse);
    refuseOthers(fields);
    return id == null || effect == null
        ? null
        : fields.attempt("", () -> new Contribution(id, effect, terms, until));
  }

  private @Nullable Response response(FieldReader fields) {
    String uri = fields.requiredText("uri", text -> new UpdateId(text, 1).uri());
    Position position = fields.requiredText("position", word(Position.class));
    refuseOthers(fields);
    return uri == null || position == null ? null : new Response(uri, position);
  }

  private @Nullable Source source(FieldReader fields) {
    String name = fields.requiredText("name", this::said);
    String uri = fields.text("uri", text -> text);
    String family = fields.text("family", this::said);
    List<Doubt> doubts = strict ? knownDoubts(fields) : doubts(fields);
    refuseOthers(fields);
    return name == null ? null : fields.attempt("", () -> new Source(name, uri, family, doubts));
  }

  private static List<Doubt> knownDoubts(FieldReader fields) {
    List<Doubt> doubts = fields.texts("doubts", word(Doubt.class));
    if (doubts.size() > MOST_DOUBTS) {
      fields.problem(
          "doubts",
          String.format(
              Locale.ROOT, "%d entries; expected at most %d", doubts.size(), MOST_DOUBTS));
    }
    return doubts;
  }

  /** An old consumer outlives a new doubt: what it does not know, it leaves out. */
  private static List<Doubt> doubts(FieldReader fields) {
    return fields.texts("doubts", text -> text).stream()
        .flatMap(word -> Doubt.known(word).stream())
        .toList();
  }

  /** What a user hands in shows what it says; what a topic holds is read as it is. */
  private String said(String text) {
    return strict ? VisibleText.of(text) : text;
  }

  private void refuseOthers(FieldReader fields) {
    if (strict) {
      fields.refuseOthers();
    }
  }

  private static <E extends Enum<E> & WireWord> Function<String, E> word(Class<E> type) {
    return text -> WireWord.parse(type, text);
  }

  private static <T> void with(@Nullable T value, Consumer<T> set) {
    if (value != null) {
      set.accept(value);
    }
  }
}
