package dev.tidings.wire;

import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.Doubt;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Source;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** An update as UTF-8 JSON: fields in the order of the format, what is absent left out. */
public final class UpdateJson {

  private UpdateJson() {}

  /** The record's value. The same update gives the same bytes. */
  public static byte[] write(RelationshipUpdate update) {
    return write(update, update.versionCreated(), update.sources());
  }

  /** The same without when it was issued. */
  public static byte[] writeTimeless(RelationshipUpdate update) {
    return write(update, Instant.EPOCH, update.sources());
  }

  /** As if it had been issued at another instant, from other sources. */
  private static byte[] write(RelationshipUpdate update, Instant issued, List<Source> from) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = Json.generator(bytes)) {
      write(update, issued, from, out);
    }
    return bytes.toByteArray();
  }

  /** Reads a record's value; unknown fields are ignored, for an old consumer outlives a format. */
  public static Reading<RelationshipUpdate> read(byte @Nullable [] value) {
    return JsonText.text(value).then(UpdateJson::read);
  }

  private static Reading<RelationshipUpdate> read(String json) {
    RelationshipUpdate update = UpdateTokens.lenient(json);
    return update == null
        ? JsonText.tree(json).then(UpdateReader::lenient)
        : new Reading.Good<>(update);
  }

  /**
   * Reads what a user hands in: unknown fields are refused, and {@code parties} in place of actor
   * and counterpart stands for an update of every pair.
   *
   * @param receivedAt fills in a missing {@code versionCreated}, which may be 5 minutes ahead of it
   */
  public static Reading<List<RelationshipUpdate>> readSubmission(
      JsonNode json, Instant receivedAt) {
    return UpdateReader.strict(json, receivedAt);
  }

  /** The same of JSON text, with the limits of {@link JsonText}. */
  public static Reading<Submission> readSubmission(String json, Instant receivedAt) {
    Submission submission = UpdateTokens.strict(json, receivedAt);
    return submission == null
        ? JsonText.tree(json).then(node -> submission(node, receivedAt))
        : new Reading.Good<>(submission);
  }

  private static Reading<Submission> submission(JsonNode json, Instant receivedAt) {
    boolean issuedOnReceipt = !json.hasNonNull("versionCreated");
    return readSubmission(json, receivedAt)
        .then(updates -> new Reading.Good<>(new Submission(updates, issuedOnReceipt)));
  }

  /**
   * SHA-256 of what an edition says, in hexadecimal digits: of everything but when it was issued
   * and where it comes from.
   */
  public static String contentHash(RelationshipUpdate update) {
    try {
      byte[] content = write(update, Instant.EPOCH, List.of());
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static void write(RelationshipUpdate update, JsonGenerator out) {
    write(update, update.versionCreated(), update.sources(), out);
  }

  private static void write(
      RelationshipUpdate update, Instant issued, List<Source> from, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("uri", update.uri());
    out.writeNumberProperty("version", update.version());
    out.writeStringProperty("versionCreated", issued.toString());
    out.writeStringProperty("pubStatus", update.pubStatus().word());
    optional(out, "embargoedUntil", update.embargoedUntil());
    out.writeStringProperty("kind", update.kind().word());
    out.writeStringProperty("mode", update.mode().word());
    out.writeStringProperty("occurred", update.occurred().toString());
    out.writeStringProperty("actor", update.actor().code());
    out.writeStringProperty("counterpart", update.counterpart().code());
    optional(out, "actorSector", update.actorSector());
    optional(out, "counterpartSector", update.counterpartSector());
    texts(out, "concerning", update.concerning());
    out.writeStringProperty("headline", update.headline());
    optional(out, "body", update.body());
    out.writeStringProperty("language", update.language());
    optional(out, "place", update.place());
    people(update, out);
    out.writeStringProperty("standing", update.standing().word());
    attribution(update.attributedTo(), out);
    thread(update.thread(), out);
    if (update.responds() != null) {
      out.writeObjectPropertyStart("responds");
      out.writeStringProperty("uri", update.responds().uri());
      out.writeStringProperty("position", update.responds().position().word());
      out.writeEndObject();
    }
    sources(from, out);
    if (update.urgency() != null) {
      out.writeNumberProperty("urgency", update.urgency());
    }
    optional(out, "edNote", update.edNote());
    out.writeEndObject();
  }

  private static void people(RelationshipUpdate update, JsonGenerator out) {
    if (!update.people().isEmpty()) {
      out.writeArrayPropertyStart("people");
      update
          .people()
          .forEach(
              person -> {
                out.writeStartObject();
                out.writeStringProperty("name", person.name());
                optional(out, "role", person.role());
                optional(out, "party", person.party());
                out.writeEndObject();
              });
      out.writeEndArray();
    }
  }

  private static void attribution(@Nullable Attribution attribution, JsonGenerator out) {
    if (attribution != null) {
      out.writeObjectPropertyStart("attributedTo");
      optional(out, "party", attribution.party());
      optional(out, "name", attribution.name());
      optional(out, "role", attribution.role());
      out.writeEndObject();
    }
  }

  private static void thread(@Nullable Contribution thread, JsonGenerator out) {
    if (thread != null) {
      out.writeObjectPropertyStart("thread");
      out.writeStringProperty("id", thread.id().id());
      out.writeStringProperty("effect", thread.effect().word());
      optional(out, "terms", thread.terms());
      optional(out, "until", thread.until());
      out.writeEndObject();
    }
  }

  private static void sources(List<Source> sources, JsonGenerator out) {
    if (!sources.isEmpty()) {
      out.writeArrayPropertyStart("sources");
      sources.forEach(
          source -> {
            out.writeStartObject();
            out.writeStringProperty("name", source.name());
            optional(out, "uri", source.uri());
            optional(out, "family", source.family());
            doubts(out, source.doubts());
            out.writeEndObject();
          });
      out.writeEndArray();
    }
  }

  private static void doubts(JsonGenerator out, List<Doubt> doubts) {
    if (!doubts.isEmpty()) {
      out.writeArrayPropertyStart("doubts");
      doubts.forEach(doubt -> out.writeString(doubt.word()));
      out.writeEndArray();
    }
  }

  private static void texts(JsonGenerator out, String name, List<?> values) {
    if (!values.isEmpty()) {
      out.writeArrayPropertyStart(name);
      values.forEach(value -> out.writeString(value.toString()));
      out.writeEndArray();
    }
  }

  private static void optional(JsonGenerator out, String name, @Nullable Object value) {
    if (value != null) {
      out.writeStringProperty(name, value.toString());
    }
  }
}
