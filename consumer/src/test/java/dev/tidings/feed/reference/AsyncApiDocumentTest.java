package dev.tidings.feed.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.wire.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiDocumentTest {

  /** They hold secrets, and where a process of ours is. */
  @Test
  void isAsyncApi() {
    assertThat(problems(Document.asyncApi())).isEmpty();
  }

  /** What would escape a check that sees nothing. */
  @ParameterizedTest
  @CsvSource({
    "/info, title, null",
    "/channels/visits, adress, '\"relations.visits\"'",
    "/channels/visits/messages/update, $ref, '\"#/components/messages/nothing\"'",
    "/operations/readVisits, action, '\"read\"'",
    "/operations/readVisits, channel, null",
    "/servers/kafka, host, null",
    "/channels/visits/bindings/kafka, partitions, 0",
    "/components/messages/entry/payload/schema, $ref, '\"openapi.json#/nothing\"'",
    "/components/messages/notification/examples/0/payload, reason, '\"gossip\"'",
    "/components/messages/notification/examples/0/headers, ce_specversion, '\"2.0\"'"
  })
  void isSeenToBeNoneWhenItIsBroken(String pointer, String field, String value) {
    JsonNode root = Document.asyncApi().root().deepCopy();
    ObjectNode broken = (ObjectNode) root.at(pointer);
    JsonNode with = Document.JSON.readTree(value);
    if (with.isNull()) {
      broken.remove(field);
    } else {
      broken.set(field, with);
    }

    assertThat(problems(Document.asyncApi(root))).isNotEmpty();
  }

  @Test
  void hasEveryTopicAsItIsMade() {
    Map<String, String> documented = new TreeMap<>();
    for (JsonNode channel : Document.asyncApi().at("/channels")) {
      JsonNode kafka = channel.at("/bindings/kafka");
      if (kafka.isObject()) {
        documented.put(
            channel.get("address").asString(),
            kafka.get("partitions").asString() + settings(kafka.get("topicConfiguration")));
      }
    }

    Map<String, String> made = new TreeMap<>();
    for (Topic topic : Topic.values()) {
      int partitions = topic.isDivided() ? Topic.PARTITIONS : 1;
      made.put(topic.topicName(), partitions + new TreeMap<>(topic.settings()).toString());
    }
    assertThat(documented).isEqualTo(made);
  }

  private static String settings(JsonNode configuration) {
    Map<String, String> settings = new TreeMap<>();
    configuration.forEachEntry(
        (name, value) -> settings.put(name, (value.isArray() ? value.get(0) : value).asString()));
    return settings.toString();
  }

  private static List<String> problems(Document document) {
    List<String> problems = new ArrayList<>(OfficialSchema.ofAsyncApi(document.root()));
    problems.addAll(document.deadReferences());
    if (problems.isEmpty()) {
      for (String part : Arrays.asList("payload", "headers")) {
        problems.addAll(wrongExamples(document, part));
      }
    }
    return problems;
  }

  private static List<String> wrongExamples(Document document, String part) {
    List<String> problems = new ArrayList<>();
    document
        .at("/components/messages")
        .forEachEntry(
            (name, message) -> {
              for (JsonNode example : message.path("examples")) {
                if (example.has(part)) {
                  String schema = "/components/messages/" + name + "/" + part + "/schema";
                  document
                      .problems(schema, example.get(part))
                      .forEach(problem -> problems.add(schema + ": " + problem));
                }
              }
            });
    return problems;
  }
}
