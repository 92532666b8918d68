package dev.tidings.wire;

import static dev.tidings.wire.Submissions.RECEIVED;
import static dev.tidings.wire.Submissions.accepted;
import static dev.tidings.wire.Submissions.bytes;
import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import org.junit.jupiter.api.Test;

class VersionCreatedAheadOfTheClockTest {

  @Test
  void byFiveMinutesIsAccepted() {
    String fiveMinutes = RECEIVED.plusSeconds(300).toString();

    assertThat(accepted(smallest().put("versionCreated", fiveMinutes)).versionCreated())
        .isEqualTo(fiveMinutes);
  }

  @Test
  void byMoreIsRefused() {
    assertThat(refused(smallest().put("versionCreated", "2024-02-01T12:05:00.001Z")))
        .containsExactly(
            new Problem(
                "versionCreated",
                "2024-02-01T12:05:00.001Z is ahead of the clock, 2024-02-01T12:00:00Z;"
                    + " expected at most 5 minutes"));
  }

  @Test
  void isNoMatterToAConsumer() {
    String future = "2124-02-01T12:00:00Z";

    assertThat(
            good(UpdateJson.read(bytes(smallest().put("versionCreated", future)))).versionCreated())
        .isEqualTo(future);
  }

  @Test
  void butAbsentIsTheInstantOfReceipt() {
    assertThat(accepted(smallest()).versionCreated()).isEqualTo(RECEIVED);
    assertThat(accepted(smallest().putNull("versionCreated")).versionCreated()).isEqualTo(RECEIVED);
  }

  @Test
  void butAbsentFromATopicIsAProblem() {
    assertThat(Submissions.problems(UpdateJson.read(bytes(smallest()))))
        .containsExactly(new Problem("versionCreated", "missing"));
  }

  @Test
  void asAnEmbargoIsWhatAnEmbargoIsFor() {
    assertThat(accepted(smallest().put("embargoedUntil", "2099-01-01T00:00:00Z")).visibleFrom())
        .isEqualTo("2099-01-01T00:00:00Z");
  }
}
