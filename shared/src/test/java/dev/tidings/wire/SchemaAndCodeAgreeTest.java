package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dev.tidings.update.Problem;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SchemaAndCodeAgreeTest {

  private static final int MUTANTS = 3_000;

  /** The rules that JSON Schema has no words for; see {@link WhatASchemaCannotSayTest}. */
  private enum Unsayable implements Predicate<Problem> {
    CALENDAR("is not in the calendar"),
    END_BEFORE_START("ends before it starts"),
    WHICH_PARTIES_THERE_ARE("unknown party '[A-Z][A-Z0-9]{1,9}'"),
    DIFFERENT_SIDES("is the actor too"),
    CLOCK("is ahead of the clock"),
    BYTES("bytes; expected at most"),
    FINER_SYNTAX_OF_URIS("is no URI"),
    WHAT_NOBODY_SEES("nobody sees|nothing of it is seen|never ends");

    private final Pattern message;

    Unsayable(String message) {
      this.message = Pattern.compile(message);
    }

    @Override
    public boolean test(Problem problem) {
      return message.matcher(problem.message()).find();
    }
  }

  @Test
  void onWhatUsersHandIn() {
    agree("submission", new Random(1), Submissions::submitted);
  }

  @Test
  void onWhatTopicsHold() {
    agree("update", new Random(2), update -> UpdateJson.read(Submissions.bytes(update)));
  }

  private static void agree(
      String schemaName, Random random, Function<ObjectNode, Reading<?>> read) {
    Schema schema = Schemas.of(schemaName);
    Mutation mutation = new Mutation(random);
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      ObjectNode update = base(random);
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        mutation.change(update);
      }
      Reading<?> reading = read.apply(update);
      List<Problem> problems = reading instanceof Reading.Bad<?> bad ? bad.problems() : List.of();
      boolean isUnsayable =
          !problems.isEmpty() && problems.stream().allMatch(SchemaAndCodeAgreeTest::isUnsayable);
      if (!isUnsayable) {
        boolean isValid = schema.validate(update).isEmpty();
        if (isValid != problems.isEmpty()) {
          throw new AssertionError(
              "%s%nthe code says %s%nthe schema says %s"
                  .formatted(update, reading, schema.validate(update)));
        }
        accepted += problems.isEmpty() ? 1 : 0;
        refused += problems.isEmpty() ? 0 : 1;
      }
    }
    assertThat(accepted).isGreaterThan(MUTANTS / 10);
    assertThat(refused).isGreaterThan(MUTANTS / 3);
  }

  private static ObjectNode base(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> Submissions.full();
      case 1 -> Submissions.smallest().put("versionCreated", "2024-01-16T00:00:00Z");
      default -> Submissions.multilateral();
    };
  }

  private static boolean isUnsayable(Problem problem) {
    for (Unsayable rule : Unsayable.values()) {
      if (rule.test(problem)) {
        return true;
      }
    }
    return false;
  }
}
