package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilteredStreamTest {

  private static Streams streams;

  @BeforeAll
  static void start(@TempDir Path folder) {
    streams = Streams.start(folder, Streams.withHeartbeat(Duration.ofMillis(100)));
  }

  @AfterAll
  static void stop() {
    streams.close();
  }

  @Test
  void tellsWhoeverWasToldOfTheKillToo() {
    RecordingReader reader = streams.read("?reason=update&pair=IRN-PAK");
    publish(update("wrong").visit("IRN", "PAK").issued("2024-01-17T00:00:00Z").get());
    publish(update("foreign").visit("IRN", "IRQ").issued("2024-01-17T00:00:00Z").get());

    publish(
        update("wrong")
            .visit("IRN", "PAK")
            .version(2)
            .status(PubStatus.CANCELED)
            .issued("2024-01-18T00:00:00Z")
            .get());

    Streams.await().until(() -> reader.seqs().size() == 2);
    assertThat(reader.events("message").get(1).data()).contains("\"reason\":\"kill\"");
  }

  @Test
  void movesItsCursorPastWhatItDoesNotWant() {
    RecordingReader reader = streams.read("?pair=CHN-PAK");
    publish(update("other-1").visit("IRN", "IRQ").get());
    publish(update("other-2").visit("IRN", "IRQ").get());

    Streams.await().until(() -> reader.lastId() == streams.feed().head());

    assertThat(reader.seqs()).isEmpty();
    RecordingReader again = streams.read("?pair=CHN-PAK", "Last-Event-ID: " + reader.lastId());
    assertThat(again.events("reset")).isEmpty();
  }

  @Test
  void isKeptAliveWhileNothingComes() {
    RecordingReader reader = streams.read("");
    long cursor = reader.lastId();

    Streams.await().until(() -> reader.comments() >= 3);

    assertThat(reader.lastId()).isEqualTo(cursor);
    assertThat(reader.events()).hasSize(1);
  }

  private static void publish(RelationshipUpdate update) {
    streams.live().publish(update);
    streams.live().awaitTold();
  }
}
