package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class HostileInputTest {

  private static final Pattern PLAIN =
      Pattern.compile("[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E]{1,1500}");

  private static final List<byte[]> DOCUMENTS =
      List.of(
          Approved.bytes("update-1"),
          Approved.bytes("update-multilateral"),
          Submissions.bytes(Submissions.smallest()));

  /** What breaks parsers. */
  private static final List<byte[]> TOKENS =
      List.of(
          bytes("{"),
          bytes("}"),
          bytes("["),
          bytes("]"),
          bytes("\""),
          bytes("\\"),
          bytes(","),
          bytes("\\ud800"),
          bytes("\\u0000"),
          bytes("\\u202e"),
          bytes("\u0000"),
          bytes("\u001B[2J"),
          bytes("null"),
          bytes("1e999999999"),
          bytes("-0"),
          bytes("1".repeat(45)),
          bytes("1E-400"),
          bytes("[".repeat(40)),
          bytes("\"uri\":\"urn:\\udfff\","),
          bytes("\"version\":1e2,"),
          bytes("🚀"),
          bytes("\uFEFF"),
          bytes("/**/"),
          new byte[] {(byte) 0xff},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});

  @Test
  void ofChangedBytesEndsAsAnUpdateOrAsProblems() {
    Random random = new Random(3);
    int updates = 0;
    for (int i = 0; i < 4_000; i++) {
      updates += isTakenCalmly(changed(random)) ? 1 : 0;
    }

    assertThat(updates).isGreaterThan(150);
  }

  @Test
  void ofChangedFieldsEndsAsAnUpdateOrAsProblems() {
    Random random = new Random(4);
    Mutation mutation = new Mutation(random);
    int updates = 0;
    for (int i = 0; i < 1_000; i++) {
      ObjectNode update = random.nextBoolean() ? Submissions.full() : Submissions.multilateral();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        mutation.change(update);
      }
      updates += isTakenCalmly(Submissions.bytes(update)) ? 1 : 0;
    }

    assertThat(updates).isGreaterThan(60);
  }

  @Test
  void ofRandomBytesEndsAsProblems() {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);

      assertThat(isTakenCalmly(bytes)).isFalse();
    }
  }

  @Test
  void ofAWholeDocumentOfBracketsEndsAsAProblem() {
    assertThat(isTakenCalmly(bytes("[".repeat(256 * 1_024)))).isFalse();
    assertThat(isTakenCalmly(bytes("{\"a\":".repeat(50_000)))).isFalse();
  }

  /** Whether it is an update; what is accepted can be published, and read again as the same. */
  private static boolean isTakenCalmly(byte[] bytes) {
    Reading<RelationshipUpdate> onTopic = UpdateJson.read(bytes);
    if (onTopic instanceof Reading.Good<RelationshipUpdate> good) {
      crossesATopic(good.value());
    } else {
      arePlain(Submissions.problems(onTopic));
    }
    Reading<JsonNode> tree = JsonText.parse(bytes);
    areReadAlike(bytes, tree);
    if (!(tree instanceof Reading.Good<JsonNode> json)) {
      arePlain(Submissions.problems(tree));
      return false;
    }
    Reading<List<RelationshipUpdate>> submitted = Submissions.submitted(json.value());
    if (submitted instanceof Reading.Good<List<RelationshipUpdate>> good) {
      assertThat(good.value()).isNotEmpty();
      crossesATopic(good.value().get(0));
      return true;
    }
    arePlain(Submissions.problems(submitted));
    return false;
  }

  /** What is read token by token is what its tree says. */
  private static void areReadAlike(byte[] bytes, Reading<JsonNode> tree) {
    JsonText.text(bytes)
        .ifGood(
            json -> {
              RelationshipUpdate onTopic = UpdateTokens.lenient(json);
              if (onTopic != null) {
                areEqual(tree.then(UpdateReader::lenient), onTopic);
              }
              Submission submitted = UpdateTokens.strict(json, Submissions.RECEIVED);
              if (submitted != null) {
                areEqual(tree.then(Submissions::submitted), submitted.updates());
              }
            });
  }

  private static <T> void areEqual(Reading<T> ofTree, T ofTokens) {
    if (!ofTree.equals(new Reading.Good<>(ofTokens))) {
      throw new AssertionError(ofTokens + " by its tokens, by its tree " + ofTree);
    }
  }

  private static void crossesATopic(RelationshipUpdate update) {
    byte[] value = CloudEvents.record(update).value();

    if (!UpdateJson.read(value).equals(new Reading.Good<>(update))) {
      throw new AssertionError(UpdateJson.read(value) + "; expected " + update);
    }
  }

  private static void arePlain(List<Problem> problems) {
    assertThat(problems).isNotEmpty();
    for (Problem problem : problems) {
      if (!PLAIN.matcher(problem.toString()).matches()) {
        throw new AssertionError("no plain line: " + problem);
      }
    }
  }

  private static byte[] changed(Random random) {
    byte[] document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size())).clone();
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int at = random.nextInt(document.length);
      document =
          switch (random.nextInt(5)) {
            case 0 -> spliced(document, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> spliced(document, at, at + 1, new byte[0]);
            case 2 -> spliced(document, at, at, TOKENS.get(random.nextInt(TOKENS.size())));
            case 3 ->
                spliced(
                    document, at, Math.min(document.length, at + random.nextInt(30)), new byte[0]);
            default -> spliced(document, at, at, new byte[] {(byte) (32 + random.nextInt(95))});
          };
      if (document.length == 0) {
        return document;
      }
    }
    return document;
  }

  private static byte[] spliced(byte[] document, int from, int to, byte[] put) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + put.length);
    out.write(document, 0, from);
    out.write(put, 0, put.length);
    out.write(document, to, document.length - to);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
