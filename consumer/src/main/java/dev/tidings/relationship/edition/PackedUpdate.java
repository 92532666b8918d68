package dev.tidings.relationship.edition;

import dev.tidings.party.Party;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.Doubt;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Person;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.RelationshipUpdateBuilder;
import dev.tidings.update.Response;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.UpdateId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * An update as bytes: about two fifths of its JSON. Most updates of a long history are shown in no
 * list; their texts are read only when somebody wants them.
 *
 * <p>The bytes live in memory alone: they are of no use to another version of the program. All is
 * in them but when it was published, which {@link #content} is told.
 */
final class PackedUpdate {

  private static final Mode[] MODES = Mode.values();
  private static final PubStatus[] STATUSES = PubStatus.values();
  private static final Standing[] STANDINGS = Standing.values();
  private static final Effect[] EFFECTS = Effect.values();
  private static final Position[] POSITIONS = Position.values();
  private static final Doubt[] DOUBTS = Doubt.values();

  private PackedUpdate() {}

  static byte[] of(RelationshipUpdate update) {
    PackedWriter sources = new PackedWriter(64);
    sources.all(update.sources(), source -> write(source, sources));
    PackedWriter to = new PackedWriter(256);
    to.part(sources);
    writeContent(update, to);
    return to.toBytes();
  }

  private static void writeContent(RelationshipUpdate update, PackedWriter to) {
    to.text(update.uri());
    to.number(update.version());
    to.constant(update.mode());
    to.text(update.occurred().toString());
    to.text(update.actor().code());
    to.text(update.counterpart().code());
    to.optional(update.actorSector(), sector -> to.text(sector.code()));
    to.optional(update.counterpartSector(), sector -> to.text(sector.code()));
    to.all(update.concerning(), party -> to.text(party.code()));
    to.text(update.headline());
    to.constant(update.standing());
    to.constant(update.pubStatus());
    to.optional(update.embargoedUntil(), to::instant);
    to.optional(update.body(), to::text);
    to.text(update.language());
    to.optional(update.place(), to::text);
    to.all(update.people(), person -> write(person, to));
    to.optional(update.attributedTo(), claimant -> write(claimant, to));
    to.optional(update.thread(), contribution -> write(contribution, to));
    to.optional(update.responds(), response -> write(response, to));
    to.optional(update.urgency(), to::number);
    to.optional(update.edNote(), to::text);
  }

  private static void write(Person person, PackedWriter to) {
    to.text(person.name());
    to.optional(person.role(), to::text);
    to.optional(person.party(), party -> to.text(party.code()));
  }

  private static void write(Attribution claimant, PackedWriter to) {
    to.optional(claimant.party(), party -> to.text(party.code()));
    to.optional(claimant.name(), to::text);
    to.optional(claimant.role(), to::text);
  }

  private static void write(Contribution contribution, PackedWriter to) {
    to.text(contribution.id().id());
    to.constant(contribution.effect());
    to.optional(contribution.terms(), to::text);
    to.optional(contribution.until(), date -> to.text(date.toString()));
  }

  private static void write(Response response, PackedWriter to) {
    to.text(response.uri());
    to.constant(response.position());
  }

  private static void write(Source source, PackedWriter to) {
    to.text(source.name());
    to.optional(source.uri(), to::text);
    to.optional(source.family(), to::text);
    to.all(source.doubts(), to::constant);
  }

  /** Whether both say the same, be it from other sources. */
  static boolean haveSameContent(byte[] one, byte[] other) {
    int start = new PackedReader(one).content().at();
    int otherStart = new PackedReader(other).content().at();
    return Arrays.equals(one, start, one.length, other, otherStart, other.length);
  }

  /** Its uri alone. */
  static String uri(byte[] packed) {
    return new PackedReader(packed).content().text();
  }

  /** The two that it is about, who acted first. */
  static List<Party> sides(byte[] packed) {
    PackedReader from = new PackedReader(packed).content();
    from.skipText();
    from.number();
    from.number();
    from.skipText();
    return List.of(from.party(), from.party());
  }

  /** Compares the uris of two, as {@link String#compareTo} would. */
  static int compareUris(byte[] one, byte[] other) {
    PackedReader left = new PackedReader(one).content();
    PackedReader right = new PackedReader(other).content();
    int length = left.number();
    int otherLength = right.number();
    int same =
        Arrays.mismatch(
            one, left.at(), left.at() + length, other, right.at(), right.at() + otherLength);
    if (same < 0) {
      return 0;
    }
    boolean isAscii =
        same < length
            && same < otherLength
            && one[left.at() + same] >= 0
            && other[right.at() + same] >= 0;
    return isAscii
        ? one[left.at() + same] - other[right.at() + same]
        : uri(one).compareTo(uri(other));
  }

  /** Its sources alone. */
  static List<Source> sources(byte[] packed) {
    PackedReader from = new PackedReader(packed);
    from.number();
    return from.all(() -> source(from));
  }

  /** The update without its sources, as issued at an instant. */
  static RelationshipUpdate content(byte[] packed, Instant created) {
    PackedReader from = new PackedReader(packed).content();
    return new RelationshipUpdateBuilder()
        .versionCreated(created)
        .id(new UpdateId(from.text(), from.number()))
        .mode(MODES[from.number()])
        .occurred(EdtfDate.parse(from.text()))
        .actor(from.party())
        .counterpart(from.party())
        .actorSector(from.optional(from::sector))
        .counterpartSector(from.optional(from::sector))
        .concerning(from.all(from::party))
        .headline(from.text())
        .standing(STANDINGS[from.number()])
        .pubStatus(STATUSES[from.number()])
        .embargoedUntil(from.optional(from::instant))
        .body(from.optional(from::text))
        .language(from.text())
        .place(from.optional(from::text))
        .people(from.all(() -> person(from)))
        .attributedTo(from.optional(() -> attribution(from)))
        .thread(from.optional(() -> contribution(from)))
        .responds(from.optional(() -> response(from)))
        .urgency(from.optional(from::number))
        .edNote(from.optional(from::text))
        .build();
  }

  /** What lists show of it, which is in its beginning: nothing behind that is read. */
  static CountedUpdate counted(
      byte[] packed, Instant created, EdtfDate occurred, int corroboration, boolean contested) {
    PackedReader from = new PackedReader(packed).content();
    String uri = from.text();
    int version = from.number();
    Mode mode = MODES[from.number()];
    from.skipText();
    return new CountedUpdate(
        uri,
        version,
        created,
        mode.kind(),
        mode,
        occurred,
        from.party(),
        from.party(),
        from.optional(from::sector),
        from.optional(from::sector),
        from.all(from::party),
        from.text(),
        STANDINGS[from.number()],
        corroboration,
        contested);
  }

  private static Person person(PackedReader from) {
    return new Person(from.text(), from.optional(from::text), from.optional(from::party));
  }

  private static Attribution attribution(PackedReader from) {
    return new Attribution(
        from.optional(from::party), from.optional(from::text), from.optional(from::text));
  }

  private static Contribution contribution(PackedReader from) {
    return new Contribution(
        new ThreadId(from.text()),
        EFFECTS[from.number()],
        from.optional(from::text),
        from.optional(() -> EdtfDate.parse(from.text())));
  }

  private static Response response(PackedReader from) {
    return new Response(from.text(), POSITIONS[from.number()]);
  }

  private static Source source(PackedReader from) {
    return new Source(
        from.text(),
        from.optional(from::text),
        from.optional(from::text),
        from.all(() -> DOUBTS[from.number()]));
  }
}
