package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Effect;
import dev.tidings.update.PubStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawnWhileReadTest {

  @Test
  void isNotServedAgainToWhoResumesFromBeforeIt(@TempDir Path folder) {
    try (Streams streams = Streams.start(folder)) {
      RecordingReader first = streams.read("?after=-1");
      streams.live().publish(border().issued("2024-01-17T00:00:00Z").get());
      streams
          .live()
          .publish(
              update("later")
                  .visit("IRN", "PAK")
                  .thread("border/pilgrims", Effect.CHANGES, "other terms")
                  .issued("2024-01-18T00:00:00Z")
                  .get());
      streams.live().awaitTold();
      Streams.await().until(() -> first.seqs().size() == 2);
      assertThat(first.events("message")).allMatch(event -> event.data().contains("WRONG"));

      streams
          .live()
          .publish(
              border().version(2).status(PubStatus.CANCELED).issued("2024-01-19T00:00:00Z").get());
      streams.live().awaitTold();

      RecordingReader second = streams.read("?after=-1");
      Streams.await().until(() -> second.seqs().equals(streams.seqsAfter(-1)));
      assertThat(second.events("message"))
          .hasSize(3)
          .noneMatch(event -> event.data().contains("WRONG"));
      Streams.await().until(() -> first.seqs().equals(streams.seqsAfter(-1)));
    }
  }

  private static UpdateFixture border() {
    return update("border")
        .visit("IRN", "PAK")
        .headline("WRONG headline")
        .thread("border/pilgrims", Effect.BEGINS, "WRONG terms");
  }
}
