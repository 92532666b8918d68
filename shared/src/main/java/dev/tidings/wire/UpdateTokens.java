package dev.tidings.wire;

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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * JSON becomes an update token by token, in a quarter of the time that its tree takes.
 *
 * <p>It reads what nearly every update is: correct, with no field that it does not know and none
 * that is null. Of anything else it reads nothing and says nothing: {@link UpdateReader} reads that
 * instead, and alone says what is wrong. What both read, they read as the same update.
 */
final class UpdateTokens {

  private final JsonParser in;
  private final @Nullable Instant receivedAt;
  private final RelationshipUpdateBuilder update = new RelationshipUpdateBuilder();
  private @Nullable String uri;
  private int version = 1;
  private @Nullable Kind kind;
  private @Nullable String mode;
  private boolean saysWhen;

  /**
   * Reads from a parser.
   *
   * @param receivedAt of what a user hands in, the instant of receipt; null: it is from a topic
   */
  private UpdateTokens(JsonParser in, @Nullable Instant receivedAt) {
    this.in = in;
    this.receivedAt = receivedAt;
  }

  /** What a topic holds; null: {@link UpdateReader#lenient} is to read it. */
  static @Nullable RelationshipUpdate lenient(String json) {
    return read(json, null, UpdateTokens::update);
  }

  /** What a user hands in; null: {@link UpdateReader#strict} is to read it. */
  static @Nullable Submission strict(String json, Instant receivedAt) {
    return read(json, receivedAt, UpdateTokens::submission);
  }

  private static <T> @Nullable T read(
      String json, @Nullable Instant receivedAt, Function<UpdateTokens, T> whole) {
    try (JsonParser in = Json.parser(json)) {
      return whole.apply(new UpdateTokens(in, receivedAt));
    } catch (JacksonException | IllegalArgumentException e) {
      // Whatever it is: the other reader finds it too, and all else that is wrong.
      return null;
    }
  }

  private Submission submission() {
    if (receivedAt != null) {
      update.versionCreated(receivedAt);
    }
    return new Submission(List.of(update()), !saysWhen);
  }

  private RelationshipUpdate update() {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw left();
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      field(name);
    }
    if (in.nextToken() != null || uri == null || kind == null || mode == null) {
      throw left();
    }
    update.id(new UpdateId(uri, version)).mode(Mode.of(kind, mode));
    if (!update.isComplete()) {
      throw left();
    }
    return update.build();
  }

  private void field(String name) {
    switch (name) {
      case "uri" -> uri = text();
      case "version" -> version = number();
      case "versionCreated" -> update.versionCreated(created());
      case "pubStatus" -> update.pubStatus(word(PubStatus.class));
      case "embargoedUntil" -> update.embargoedUntil(InstantText.parse(text()));
      case "kind" -> kind = word(Kind.class);
      case "mode" -> mode = text();
      case "occurred" -> update.occurred(EdtfDate.parse(text()));
      case "actor" -> update.actor(Party.of(text()));
      case "counterpart" -> update.counterpart(Party.of(text()));
      case "actorSector" -> update.actorSector(sector());
      case "counterpartSector" -> update.counterpartSector(sector());
      case "concerning" -> update.concerning(list(() -> Party.of(string())));
      case "headline" -> update.headline(said());
      case "body" -> update.body(said());
      case "language" -> update.language(text());
      case "place" -> update.place(said());
      case "people" -> update.people(list(this::person));
      case "standing" -> update.standing(word(Standing.class));
      case "attributedTo" -> update.attributedTo(attribution());
      case "thread" -> update.thread(contribution());
      case "responds" -> update.responds(response());
      case "sources" -> update.sources(list(this::source));
      case "urgency" -> update.urgency(number());
      case "edNote" -> update.edNote(said());
      default -> throw left();
    }
  }

  private Instant created() {
    Instant created = InstantText.parse(text());
    saysWhen = true;
    if (receivedAt != null && UpdateReader.isAhead(created, receivedAt)) {
      throw left();
    }
    return created;
  }

  private Person person() {
    String name = null;
    String role = null;
    Party party = null;
    for (String field = firstName(); field != null; field = in.nextName()) {
      switch (field) {
        case "name" -> name = said();
        case "role" -> role = said();
        case "party" -> party = Party.of(text());
        default -> throw left();
      }
    }
    return new Person(there(name), role, party);
  }

  private Attribution attribution() {
    Party party = null;
    String name = null;
    String role = null;
    in.nextToken();
    for (String field = firstName(); field != null; field = in.nextName()) {
      switch (field) {
        case "party" -> party = Party.of(text());
        case "name" -> name = said();
        case "role" -> role = said();
        default -> throw left();
      }
    }
    return new Attribution(party, name, role);
  }

  private Contribution contribution() {
    ThreadId id = null;
    Effect effect = null;
    String terms = null;
    EdtfDate until = null;
    in.nextToken();
    for (String field = firstName(); field != null; field = in.nextName()) {
      switch (field) {
        case "id" -> id = new ThreadId(text());
        case "effect" -> effect = word(Effect.class);
        case "terms" -> terms = said();
        case "until" -> until = EdtfDate.parse(text());
        default -> throw left();
      }
    }
    return new Contribution(there(id), there(effect), terms, until);
  }

  private Response response() {
    String claim = null;
    Position position = null;
    in.nextToken();
    for (String field = firstName(); field != null; field = in.nextName()) {
      switch (field) {
        case "uri" -> claim = text();
        case "position" -> position = word(Position.class);
        default -> throw left();
      }
    }
    return new Response(there(claim), there(position));
  }

  private Source source() {
    String name = null;
    String address = null;
    String family = null;
    List<Doubt> doubts = List.of();
    for (String field = firstName(); field != null; field = in.nextName()) {
      switch (field) {
        case "name" -> name = said();
        case "uri" -> address = text();
        case "family" -> family = said();
        case "doubts" -> doubts = doubts();
        default -> throw left();
      }
    }
    return new Source(there(name), address, family, doubts);
  }

  private List<Doubt> doubts() {
    List<Doubt> doubts = list(() -> WireWord.parse(Doubt.class, string()));
    if (doubts.size() > UpdateReader.MOST_DOUBTS) {
      throw left();
    }
    return doubts;
  }

  private Sector sector() {
    return receivedAt == null ? Sector.of(text()) : Sector.known(text());
  }

  private String said() {
    return receivedAt == null ? text() : VisibleText.of(text());
  }

  private <E extends Enum<E> & WireWord> E word(Class<E> type) {
    return WireWord.parse(type, text());
  }

  private String text() {
    in.nextToken();
    return string();
  }

  private int number() {
    if (in.nextToken() != JsonToken.VALUE_NUMBER_INT) {
      throw left();
    }
    return in.getIntValue();
  }

  private <T> List<T> list(Supplier<T> element) {
    if (in.nextToken() != JsonToken.START_ARRAY) {
      throw left();
    }
    List<T> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.get());
      if (list.size() > FieldReader.MOST_ENTRIES) {
        throw left();
      }
    }
    return list;
  }

  /** The text at which the parser is. */
  private String string() {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw left();
    }
    return in.getString();
  }

  /** The first name in the object at which the parser is; null if it is empty. */
  private @Nullable String firstName() {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw left();
    }
    return in.nextName();
  }

  private static <T> T there(@Nullable T value) {
    if (value == null) {
      throw left();
    }
    return value;
  }

  private static IllegalArgumentException left() {
    return new IllegalArgumentException("left to the other reader");
  }
}
