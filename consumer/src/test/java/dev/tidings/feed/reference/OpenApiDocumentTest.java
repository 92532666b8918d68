package dev.tidings.feed.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OpenApiDocumentTest {

  private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");

  @Test
  void isOpenApi() {
    assertThat(problems(Document.openApi())).isEmpty();
  }

  /** What would escape a check that sees nothing. */
  @ParameterizedTest
  @CsvSource({
    "/info, title, null",
    "/paths/~1parties/get/responses/200, description, null",
    "/paths/~1parties/get, responces, {}",
    "/paths/~1parties/get, operationId, '\"getParty\"'",
    "/paths/~1parties~1{code}/get, parameters, null",
    "/paths/~1parties~1{code}/get/responses/200, $ref, '\"#/components/responses/Nothing\"'",
    "/components/schemas/Entry, $ref, '\"schemas/nothing.json\"'",
    "/components/schemas/Health, type, '\"objct\"'",
    "/components/schemas/Head/properties/revision, minimum, '\"none\"'",
    "/components/schemas/Head/properties/revision, minimum, 42",
    "/components/parameters/minUrgency, in, '\"queery\"'",
    "/components/securitySchemes/token, type, '\"magic\"'",
    "/paths/~1updates/post/requestBody/content/application~1json/example, kind, '\"gossip\"'"
  })
  void isSeenToBeNoneWhenItIsBroken(String pointer, String field, String value) {
    JsonNode root = Document.openApi().root().deepCopy();
    ObjectNode broken = (ObjectNode) root.at(pointer);
    JsonNode with = Document.JSON.readTree(value);
    if (with.isNull()) {
      broken.remove(field);
    } else {
      broken.set(field, with);
    }

    assertThat(problems(Document.openApi(root))).isNotEmpty();
  }

  private static List<String> problems(Document document) {
    List<String> problems = new ArrayList<>(OfficialSchema.ofOpenApi(document.root()));
    problems.addAll(document.deadReferences());
    if (problems.isEmpty()) {
      problems.addAll(wrongSchemas(document));
      problems.addAll(wrongPaths(document));
    }
    if (problems.isEmpty()) {
      problems.addAll(wrongExamples(document));
    }
    return problems;
  }

  private static List<String> wrongSchemas(Document document) {
    List<String> problems = new ArrayList<>();
    document
        .at("/components/schemas")
        .forEachEntry((name, schema) -> add(problems, name, OfficialSchema.ofJsonSchema(schema)));
    document.walk(
        (pointer, node) -> {
          if (node.path("schema").isObject()) {
            add(problems, pointer, OfficialSchema.ofJsonSchema(node.get("schema")));
          }
        });
    return problems;
  }

  private static List<String> wrongExamples(Document document) {
    List<String> problems = new ArrayList<>();
    document.walk(
        (pointer, node) -> {
          if (node.path("schema").isObject() && node.has("example")) {
            add(problems, pointer, document.problems(pointer + "/schema", node.get("example")));
          }
        });
    return problems;
  }

  /** Each operation has its own name, and exactly the parameters that its path has. */
  private static List<String> wrongPaths(Document document) {
    List<String> problems = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    document
        .at("/paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (!ids.add(operation.path("operationId").asString(""))) {
                        problems.add(method + " " + path + ": a name that another has");
                      }
                      String pointer = "/paths/" + Document.escaped(path) + "/" + method;
                      Set<String> named = new TreeSet<>();
                      TEMPLATE.matcher(path).results().forEach(it -> named.add(it.group(1)));
                      if (!named.equals(pathParameters(document, pointer))) {
                        problems.add(method + " " + path + ": other parameters than its path");
                      }
                    }));
    return problems;
  }

  private static Set<String> pathParameters(Document document, String operation) {
    Set<String> names = new TreeSet<>();
    int count = document.at(operation + "/parameters").size();
    for (int i = 0; i < count; i++) {
      JsonNode parameter = document.at(document.resolved(operation + "/parameters/" + i));
      if (parameter.get("in").asString().equals("path")) {
        names.add(parameter.get("name").asString());
      }
    }
    return names;
  }

  private static void add(List<String> problems, String where, List<String> found) {
    found.forEach(problem -> problems.add(where + ": " + problem));
  }
}
