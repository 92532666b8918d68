package dev.tidings.wire;

import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static dev.tidings.wire.Submissions.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class WhatASchemaCannotSayTest {

  static Stream<Arguments> submissions() {
    return Stream.of(
        Arguments.of("a day is in the calendar", with("occurred", "\"2023-02-29\"")),
        Arguments.of("an end is after its start", with("occurred", "\"2024/2023\"")),
        Arguments.of(
            "an instant's day is in the calendar",
            with("embargoedUntil", "\"2023-02-29T00:00:00Z\"")),
        Arguments.of("there is no year nought", with("embargoedUntil", "\"0000-01-01T00:00:00Z\"")),
        Arguments.of("the party is known", with("actor", "\"XXX\"")),
        Arguments.of("the two sides are different", with("counterpart", "\"IRN\"")),
        Arguments.of("the clock", with("versionCreated", "\"2024-02-01T12:05:01Z\"")),
        Arguments.of("length in bytes", with("body", "\"" + "ب".repeat(8_193) + "\"")),
        Arguments.of("the finer syntax of URIs", with("uri", "\"urn:%zz\"")),
        Arguments.of("unpaired surrogates", with("headline", "\"a\\ud800b\"")),
        Arguments.of("what nobody sees", with("headline", "\"a\\u2060b\"")),
        Arguments.of("1.0 is written as 1", with("version", "1.0")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("submissions")
  void theCodeSays(String rule, JsonNode submission) {
    assertThat(Schemas.errors("submission", submission)).as(rule).isEmpty();
    assertThat(refused(submission)).as(rule).hasSize(1);
  }

  @Test
  void repeatedSourcesAreCountedOnce() {
    ObjectNode update = smallest();
    ArrayNode sources = update.putArray("sources");
    for (int i = 0; i < 101; i++) {
      sources.addObject().put("name", "IRNA");
    }

    assertThat(submitted(update)).isInstanceOf(Reading.Good.class);
    assertThat(Schemas.errors("submission", update)).isNotEmpty();
  }

  private static ObjectNode with(String name, String value) {
    ObjectNode update = smallest();
    update.set(name, Submissions.json(value));
    return update;
  }
}
