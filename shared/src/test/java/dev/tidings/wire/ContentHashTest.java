package dev.tidings.wire;

import static dev.tidings.wire.Submissions.full;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContentHashTest {

  /** A path into the full update, and another value there; absent where it says so. */
  private record Edit(String path, String value) {
    ObjectNode on(ObjectNode update) {
      int dot = path.indexOf('/');
      ObjectNode at = update;
      String name = path;
      if (dot > 0) {
        JsonNode inner = update.get(path.substring(0, dot));
        at = (ObjectNode) (inner.isArray() ? inner.get(0) : inner);
        name = path.substring(dot + 1);
      }
      if (value.equals("absent")) {
        at.remove(name);
      } else {
        at.set(name, Submissions.json(value));
      }
      return update;
    }

    String field() {
      return path.replaceFirst("/.*", "");
    }
  }

  static Stream<Edit> edits() {
    return Stream.of(
        new Edit("uri", "\"urn:other\""),
        new Edit("version", "4"),
        new Edit("pubStatus", "\"canceled\""),
        new Edit("embargoedUntil", "\"2024-01-17T12:00:01Z\""),
        new Edit("embargoedUntil", "absent"),
        new Edit("mode", "\"attack\""),
        new Edit("occurred", "\"2024-01-16/2024-01-17\""),
        new Edit("actor", "\"IRQ\""),
        new Edit("counterpart", "\"IND\""),
        new Edit("actorSector", "\"SPY\""),
        new Edit("actorSector", "absent"),
        new Edit("counterpartSector", "\"MIL\""),
        new Edit("counterpartSector", "absent"),
        new Edit("concerning", "[\"UNO\", \"ISR\"]"),
        new Edit("concerning", "absent"),
        new Edit("headline", "\"other\""),
        new Edit("body", "\"other\""),
        new Edit("body", "absent"),
        new Edit("language", "\"en\""),
        new Edit("place", "\"Turbat\""),
        new Edit("people/name", "\"other\""),
        new Edit("people/role", "absent"),
        new Edit("people/party", "\"PAK\""),
        new Edit("standing", "\"reported\""),
        new Edit("attributedTo/party", "absent"),
        new Edit("attributedTo/name", "\"other\""),
        new Edit("attributedTo/role", "absent"),
        new Edit("thread/id", "\"conflict/2024-02\""),
        new Edit("thread/effect", "\"changes\""),
        new Edit("thread/terms", "absent"),
        new Edit("thread/until", "\"2024-01-20\""),
        new Edit("responds/uri", "\"urn:other\""),
        new Edit("responds/position", "\"denies\""),
        new Edit("responds", "absent"),
        new Edit("urgency", "2"),
        new Edit("urgency", "absent"),
        new Edit("edNote", "absent"));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void differsWhereverTheContentDoes(Edit edit) {
    assertThat(hash(edit.on(full()))).isNotEqualTo(hash(full()));
  }

  @Test
  void differsByTheKindToo() {
    ObjectNode other = full().put("kind", "border").put("mode", "agreement");
    ObjectNode another = full().put("kind", "border").put("mode", "talks");
    ObjectNode sameWord = full().put("kind", "agreement").put("mode", "talks");

    assertThat(Stream.of(other, another, sameWord, full()).map(ContentHashTest::hash))
        .doesNotHaveDuplicates();
  }

  @Test
  void isTestedOnEveryField() {
    Set<String> tested = new TreeSet<>(Set.of("kind", "versionCreated", "sources"));
    edits().map(Edit::field).forEach(tested::add);

    assertThat(tested).isEqualTo(new TreeSet<>(full().propertyNames()));
  }

  @Test
  void ignoresWhenItWasIssued() {
    ObjectNode other = full().put("versionCreated", "2024-01-18T00:00:00Z");

    assertThat(hash(other)).isEqualTo(hash(full()));
  }

  @Test
  void ignoresWhereItComesFrom() {
    ObjectNode other = full();
    other.putArray("sources").addObject().put("name", "APP").put("family", "APP");

    assertThat(hash(other)).isEqualTo(hash(full()));
    assertThat(hash(full().without("sources"))).isEqualTo(hash(full()));
  }

  @Test
  void isASha256InHexadecimalDigits() {
    assertThat(UpdateJson.contentHash(Submissions.accepted(full()))).matches("[0-9a-f]{64}");
  }

  private static String hash(JsonNode json) {
    return UpdateJson.contentHash(Submissions.accepted(json));
  }
}
