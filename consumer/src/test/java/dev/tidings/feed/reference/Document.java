package dev.tidings.feed.reference;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tidings.wire.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of our descriptions, with the schemas that it refers to, as a user's validator sees it. */
final class Document {

  /** Refuses a key that stands twice, as other tools do. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private static final String BASE = "https://tidings.dev/";
  private static final String OPENAPI = "openapi.json";
  private static final String ASYNCAPI = "asyncapi.json";

  private final String name;
  private final JsonNode root;
  private final Map<String, String> texts;
  private final SchemaRegistry registry;

  private Document(String name, JsonNode root) {
    this.name = name;
    this.root = root;
    this.texts =
        Map.of(
            BASE + OPENAPI, name.equals(OPENAPI) ? root.toString() : text(Reference.class, OPENAPI),
            BASE + ASYNCAPI,
                name.equals(ASYNCAPI) ? root.toString() : text(Reference.class, ASYNCAPI),
            BASE + "schemas/update.json", text(Topic.class, "update.schema.json"),
            BASE + "schemas/submission.json", text(Topic.class, "submission.schema.json"),
            BASE + "schemas/summary.json", text(Topic.class, "summary.schema.json"),
            BASE + "schemas/notification.json", text(Topic.class, "notification.schema.json"));
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas((Function<String, String>) texts::get));
  }

  static Document openApi() {
    return openApi(JSON.readTree(text(Reference.class, OPENAPI)));
  }

  static Document openApi(JsonNode root) {
    return new Document(OPENAPI, root);
  }

  static Document asyncApi() {
    return asyncApi(JSON.readTree(text(Reference.class, ASYNCAPI)));
  }

  static Document asyncApi(JsonNode root) {
    return new Document(ASYNCAPI, root);
  }

  JsonNode root() {
    return root;
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** Where a pointer leads, when what stands there refers to another place of this document. */
  String resolved(String pointer) {
    JsonNode ref = at(pointer).path("$ref");
    return ref.isString() && ref.asString().startsWith("#")
        ? resolved(ref.asString().substring(1))
        : pointer;
  }

  /** What the schema at a pointer has against a value. */
  List<String> problems(String pointer, JsonNode value) {
    String fragment =
        URLEncoder.encode(pointer, StandardCharsets.UTF_8).replace("%2F", "/").replace("%7E", "~");
    Schema schema = registry.getSchema(SchemaLocation.of(BASE + name + "#" + fragment));
    return schema.validate(value).stream().map(Error::toString).toList();
  }

  /** References that lead nowhere. */
  List<String> deadReferences() {
    List<String> dead = new ArrayList<>();
    walk(
        (pointer, node) -> {
          JsonNode ref = node.path("$ref");
          if (ref.isString() && !leadsSomewhere(ref.asString())) {
            dead.add(pointer + ": " + ref.asString());
          }
        });
    return dead;
  }

  private boolean leadsSomewhere(String ref) {
    int hash = ref.indexOf('#');
    String file = hash < 0 ? ref : ref.substring(0, hash);
    String pointer = hash < 0 ? "" : ref.substring(hash + 1);
    if (file.isEmpty()) {
      return !root.at(pointer).isMissingNode();
    }
    String text = texts.get(BASE + file);
    return text != null && !JSON.readTree(text).at(pointer).isMissingNode();
  }

  /** Shows every object with its pointer. */
  void walk(BiConsumer<String, JsonNode> visitor) {
    walk("", root, visitor);
  }

  private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    if (node.isObject()) {
      visitor.accept(pointer, node);
      node.forEachEntry((key, value) -> walk(pointer + "/" + escaped(key), value, visitor));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(pointer + "/" + i, node.get(i), visitor);
      }
    }
  }

  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  static String text(Class<?> beside, String resource) {
    try (InputStream in =
        Objects.requireNonNull(beside.getResourceAsStream(resource), resource + " is missing")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
