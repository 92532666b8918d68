package dev.tidings.relationship;

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
import dev.tidings.update.Sector;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.UpdateId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    Writer sources = new Writer(64);
    sources.all(update.sources(), source -> write(source, sources));
    Writer to = new Writer(256);
    to.number(sources.size);
    to.bytes(sources.bytes, sources.size);
    writeContent(update, to);
    return Arrays.copyOf(to.bytes, to.size);
  }

  private static void writeContent(RelationshipUpdate update, Writer to) {
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

  private static void write(Person person, Writer to) {
    to.text(person.name());
    to.optional(person.role(), to::text);
    to.optional(person.party(), party -> to.text(party.code()));
  }

  private static void write(Attribution claimant, Writer to) {
    to.optional(claimant.party(), party -> to.text(party.code()));
    to.optional(claimant.name(), to::text);
    to.optional(claimant.role(), to::text);
  }

  private static void write(Contribution contribution, Writer to) {
    to.text(contribution.id().id());
    to.constant(contribution.effect());
    to.optional(contribution.terms(), to::text);
    to.optional(contribution.until(), date -> to.text(date.toString()));
  }

  private static void write(Response response, Writer to) {
    to.text(response.uri());
    to.constant(response.position());
  }

  private static void write(Source source, Writer to) {
    to.text(source.name());
    to.optional(source.uri(), to::text);
    to.optional(source.family(), to::text);
    to.all(source.doubts(), to::constant);
  }

  /** Whether both say the same, be it from other sources. */
  static boolean haveSameContent(byte[] one, byte[] other) {
    int start = new Reader(one).content().at;
    int otherStart = new Reader(other).content().at;
    return Arrays.equals(one, start, one.length, other, otherStart, other.length);
  }

  /** Its uri alone. */
  static String uri(byte[] packed) {
    return new Reader(packed).content().text();
  }

  /** The two that it is about, who acted first. */
  static List<Party> sides(byte[] packed) {
    Reader from = new Reader(packed).content();
    from.skipText();
    from.number();
    from.number();
    from.skipText();
    return List.of(from.party(), from.party());
  }

  /** Compares the uris of two, as {@link String#compareTo} would. */
  static int compareUris(byte[] one, byte[] other) {
    Reader left = new Reader(one).content();
    Reader right = new Reader(other).content();
    int length = left.number();
    int otherLength = right.number();
    int same =
        Arrays.mismatch(one, left.at, left.at + length, other, right.at, right.at + otherLength);
    if (same < 0) {
      return 0;
    }
    boolean isAscii =
        same < length
            && same < otherLength
            && one[left.at + same] >= 0
            && other[right.at + same] >= 0;
    return isAscii ? one[left.at + same] - other[right.at + same] : uri(one).compareTo(uri(other));
  }

  /** Its sources alone. */
  static List<Source> sources(byte[] packed) {
    Reader from = new Reader(packed);
    from.number();
    return from.all(() -> source(from));
  }

  /** The update without its sources, as issued at an instant. */
  static RelationshipUpdate content(byte[] packed, Instant created) {
    Reader from = new Reader(packed).content();
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
    Reader from = new Reader(packed).content();
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

  private static Person person(Reader from) {
    return new Person(from.text(), from.optional(from::text), from.optional(from::party));
  }

  private static Attribution attribution(Reader from) {
    return new Attribution(
        from.optional(from::party), from.optional(from::text), from.optional(from::text));
  }

  private static Contribution contribution(Reader from) {
    return new Contribution(
        new ThreadId(from.text()),
        EFFECTS[from.number()],
        from.optional(from::text),
        from.optional(() -> EdtfDate.parse(from.text())));
  }

  private static Response response(Reader from) {
    return new Response(from.text(), POSITIONS[from.number()]);
  }

  private static Source source(Reader from) {
    return new Source(
        from.text(),
        from.optional(from::text),
        from.optional(from::text),
        from.all(() -> DOUBTS[from.number()]));
  }

  private static final class Writer {

    private byte[] bytes;
    private int size;

    Writer(int room) {
      this.bytes = new byte[room];
    }

    /** Not negative; small ones take one byte. */
    void number(int number) {
      room(5);
      int left = number;
      while (left > 0x7f) {
        bytes[size++] = (byte) (left | 0x80);
        left >>>= 7;
      }
      bytes[size++] = (byte) left;
    }

    @SuppressWarnings("EnumOrdinal") // The bytes live no longer than the program.
    void constant(Enum<?> constant) {
      number(constant.ordinal());
    }

    void text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      bytes(utf8, utf8.length);
    }

    void bytes(byte[] more, int length) {
      room(length);
      System.arraycopy(more, 0, bytes, size, length);
      size += length;
    }

    void instant(Instant instant) {
      text(instant.toString());
    }

    <T> void optional(@Nullable T value, Consumer<T> write) {
      number(value == null ? 0 : 1);
      if (value != null) {
        write.accept(value);
      }
    }

    <T> void all(List<T> values, Consumer<T> write) {
      number(values.size());
      values.forEach(write);
    }

    private void room(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
      }
    }
  }

  private static final class Reader {

    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Behind the sources, which come first. */
    Reader content() {
      int sources = number();
      at += sources;
      return this;
    }

    int number() {
      int number = 0;
      int shift = 0;
      while (true) {
        byte next = bytes[at++];
        number |= (next & 0x7f) << shift;
        if (next >= 0) {
          return number;
        }
        shift += 7;
      }
    }

    String text() {
      int length = number();
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }

    void skipText() {
      int length = number();
      at += length;
    }

    Instant instant() {
      return Instant.parse(text());
    }

    Party party() {
      return Party.of(text());
    }

    Sector sector() {
      return Sector.of(text());
    }

    <T> @Nullable T optional(Supplier<T> read) {
      return number() == 0 ? null : read.get();
    }

    <T> List<T> all(Supplier<T> read) {
      int size = number();
      if (size == 0) {
        return List.of();
      }
      List<T> all = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        all.add(read.get());
      }
      return all;
    }
  }
}
