package dev.tidings.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.ThreadState;
import dev.tidings.summary.Trend;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Sector;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.WireWord;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one mapper, hardened: depth 32, strings of 64 KiB, documents of 256 KiB, no duplicate keys,
 * no trailing text, no default typing. Objects keep the order in which their records are declared.
 */
public final class Json {

  /** The largest document that is read, in bytes. */
  static final int MOST_BYTES = 256 * 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(64 * 1024)
                  .maxNameLength(256)
                  .maxNumberLength(40)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          // A record is its components; a question such as isQuiet() is none of them.
          .changeDefaultVisibility(
              visibility -> visibility.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addModule(words())
          .addMixIn(Notification.About.class, About.class)
          .build();

  /** A notification of an update that concerns nobody else is written as it always was. */
  @SuppressWarnings("UnusedMethod") // Jackson asks for it by name.
  private interface About {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Party> concerning();
  }

  private Json() {}

  /** The tokens of a text, under the same limits. */
  static JsonParser parser(String json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  /** Writes tokens as UTF-8. */
  static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** A value of ours, or a record or map of such, as UTF-8 JSON on one line. */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Reads what {@link #write} wrote, in this version or an older or newer one. */
  public static <T> Reading<T> read(byte @Nullable [] value, Class<T> type) {
    try {
      T read = value == null ? null : MAPPER.readValue(value, type);
      return read == null ? Reading.bad("", "nothing there") : whole(read);
    } catch (JacksonException e) {
      return Reading.bad("", JsonText.oneLine(e.getOriginalMessage()));
    }
  }

  /**
   * The same of a record whose key is in its value too.
   *
   * @param key which key a value has
   */
  public static <T> Reading<T> read(
      ConsumerRecord<byte[], byte[]> record, Class<T> type, Function<T, String> key) {
    Reading<T> reading = read(record.value(), type);
    return reading instanceof Reading.Good<T> good
        ? RecordKey.whyNot(record, key.apply(good.value()))
            .map(why -> Reading.<T>bad("key", why))
            .orElse(reading)
        : reading;
  }

  private static <T> Reading<T> whole(T value) {
    return Missing.in(value)
        .map(where -> Reading.<T>bad(where, "nothing there; expected a value"))
        .orElseGet(() -> new Reading.Good<>(value));
  }

  private static SimpleModule words() {
    SimpleModule module = new SimpleModule("tidings");
    text(module, Party.class, Party::of);
    text(module, Relationship.class, Relationship::parse);
    text(module, EdtfDate.class, EdtfDate::parse);
    text(module, ThreadId.class, ThreadId::new);
    text(module, Sector.class, Sector::of);
    word(module, Standing.class);
    word(module, PubStatus.class);
    word(module, Position.class);
    word(module, Reason.class);
    word(module, Trend.class);
    word(module, ThreadState.class);
    word(module, ClaimStatus.class);
    word(module, Temperature.class);
    word(module, Kind.class);
    module.addDeserializer(Kind.class, new KindReader());
    module.addSerializer(Mode.class, new TextWriter<>(Mode::word));
    module.addDeserializer(Mode.class, new ModeReader());
    module.addSerializer(RelationshipUpdate.class, new UpdateWriter());
    module.addKeySerializer(Kind.class, new NameWriter());
    module.addKeyDeserializer(Kind.class, new KindNameReader());
    return module;
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, new TextWriter<>(Object::toString));
    module.addDeserializer(type, new TextReader<>(parse));
  }

  private static <E extends Enum<E> & WireWord> void word(SimpleModule module, Class<E> type) {
    module.addSerializer(type, new TextWriter<>(WireWord::word));
    module.addDeserializer(type, new TextReader<>(text -> WireWord.parse(type, text)));
  }

  private static final class TextWriter<T> extends ValueSerializer<T> {
    private final Function<T, String> text;

    TextWriter(Function<T, String> text) {
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString(text.apply(value));
    }
  }

  private static final class UpdateWriter extends ValueSerializer<RelationshipUpdate> {
    @Override
    public void serialize(
        RelationshipUpdate value, JsonGenerator out, SerializationContext context) {
      UpdateJson.write(value, out);
    }
  }

  private static final class NameWriter extends ValueSerializer<Kind> {
    @Override
    public void serialize(Kind value, JsonGenerator out, SerializationContext context) {
      out.writeName(value.word());
    }
  }

  private static final class TextReader<T> extends ValueDeserializer<T> {
    private final Function<String, T> parse;

    TextReader(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      return parse.apply(in.getString());
    }
  }

  /** A mode's word means something within its kind alone, so the kind is kept for it. */
  private static final class KindReader extends ValueDeserializer<Kind> {
    @Override
    public Kind deserialize(JsonParser in, DeserializationContext context) {
      Kind kind = WireWord.parse(Kind.class, in.getString());
      context.setAttribute(Kind.class, kind);
      return kind;
    }
  }

  private static final class ModeReader extends ValueDeserializer<Mode> {
    @Override
    public Mode deserialize(JsonParser in, DeserializationContext context) {
      if (context.getAttribute(Kind.class) instanceof Kind kind) {
        return Mode.of(kind, in.getString());
      }
      throw new IllegalArgumentException("mode before kind; expected kind first");
    }
  }

  private static final class KindNameReader extends KeyDeserializer {
    @Override
    public @Nullable Object deserializeKey(String key, DeserializationContext context) {
      return WireWord.parse(Kind.class, key);
    }
  }
}
