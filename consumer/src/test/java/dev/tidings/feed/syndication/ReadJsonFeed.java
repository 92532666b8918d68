package dev.tidings.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Feed that is one, by the schema. */
final class ReadJsonFeed {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Schema SCHEMA = schema();

  private final JsonNode document;

  ReadJsonFeed(String json) {
    this.document = JSON.readTree(json);
    assertThat(SCHEMA.validate(document)).as(json).isEmpty();
  }

  JsonNode document() {
    return document;
  }

  List<JsonNode> items() {
    return List.copyOf(document.get("items").values());
  }

  List<String> all(String field) {
    return items().stream().map(item -> item.get(field).asString()).toList();
  }

  private static Schema schema() {
    try (InputStream in =
        Objects.requireNonNull(ReadJsonFeed.class.getResourceAsStream("jsonfeed.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
