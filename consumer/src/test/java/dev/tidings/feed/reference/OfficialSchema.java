package dev.tidings.feed.reference;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What those who define the formats say that a document of one is. */
final class OfficialSchema {

  private static final Schema OPENAPI = schema("openapi-3.1.schema.json");
  private static final Schema ASYNCAPI = schema("asyncapi-3.0.schema.json");
  private static final Schema JSON_SCHEMA =
      registry().getSchema(com.networknt.schema.SchemaLocation.of(dialect()));

  private OfficialSchema() {}

  static List<String> ofOpenApi(JsonNode document) {
    return problems(OPENAPI, document);
  }

  static List<String> ofAsyncApi(JsonNode document) {
    return problems(ASYNCAPI, document);
  }

  static List<String> ofJsonSchema(JsonNode schema) {
    return problems(JSON_SCHEMA, schema);
  }

  private static List<String> problems(Schema schema, JsonNode document) {
    return schema.validate(document).stream().map(Error::toString).toList();
  }

  private static Schema schema(String resource) {
    return registry()
        .getSchema(Document.JSON.readTree(Document.text(OfficialSchema.class, resource)));
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }

  private static String dialect() {
    return "https://json-schema.org/draft/2020-12/schema";
  }
}
