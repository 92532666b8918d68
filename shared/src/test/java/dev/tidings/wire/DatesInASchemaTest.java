package dev.tidings.wire;

import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What a schema can say of dates it does say, though the calendar is the code's alone. */
class DatesInASchemaTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000",
        "2024-00",
        "2024-13",
        "2024-20",
        "2024-25",
        "2024-1",
        "2024-01-00",
        "2024-01-32",
        "2024-21-01",
        "2024-21-XX",
        "2024-XX-15",
        "196X-05",
        "1XXX",
        "2024-01??",
        "../1979",
        "2024/2025/2026",
        "1950\n",
        "",
      })
  void areRefusedThatAreNonsense(String date) {
    ObjectNode update = smallest().put("occurred", date);

    assertThat(Schemas.errors("submission", update)).isNotEmpty();
    assertThat(refused(update)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-00-16T00:00:00Z",
        "2024-13-16T00:00:00Z",
        "2024-01-32T00:00:00Z",
        "2024-01-16T24:00:00Z",
        "2024-01-16T23:60:00Z",
        "2024-01-16T23:59:60Z",
        "2024-01-16T00:00:00+18:01",
        "2024-01-16T00:00:00+05:60",
        "2024-01-16T00:00:00Z\n",
      })
  void areRefusedThatAreNoInstants(String instant) {
    ObjectNode update = smallest().put("embargoedUntil", instant);

    assertThat(Schemas.errors("submission", update)).isNotEmpty();
    assertThat(refused(update)).hasSize(1);
  }
}
