package dev.tidings.wire;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The published JSON Schemas, as a user's validator sees them. */
final class Schemas {

  private static final Map<String, String> TEXTS =
      Stream.of("update", "submission", "summary", "notification")
          .collect(Collectors.toMap(Schemas::id, name -> Approved.text(name + ".schema.json")));

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemas((Function<String, String>) TEXTS::get));

  private Schemas() {}

  static Schema of(String name) {
    return REGISTRY.getSchema(SchemaLocation.of(id(name)));
  }

  static JsonNode json(String name) {
    return Submissions.json(Approved.text(name + ".schema.json"));
  }

  static List<String> errors(String name, JsonNode instance) {
    return of(name).validate(instance).stream().map(Error::toString).toList();
  }

  private static String id(String name) {
    return "https://tidings.dev/schemas/" + name + ".json";
  }
}
