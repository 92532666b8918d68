package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Effect;
import dev.tidings.update.PubStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawnEntryTest {

  @Test
  void showsNothingOfItsTextInAnyEntry(@TempDir Path folder) {
    try (LiveFeed live = LiveFeed.start(folder, replica -> List.of())) {
      live.publish(
          update("border")
              .visit("IRN", "PAK")
              .headline("WRONG headline")
              .thread("border/pilgrims", Effect.BEGINS, "WRONG terms")
              .issued("2024-01-02T00:00:00Z")
              .get());
      live.awaitTold();
      live.publish(
          update("later")
              .visit("IRN", "PAK")
              .thread("border/pilgrims", Effect.CHANGES, "other terms")
              .issued("2024-01-03T00:00:00Z")
              .get());
      live.awaitTold();
      assertThat(shown(live)).anyMatch(entry -> entry.contains("WRONG"));

      live.publish(
          update("border")
              .visit("IRN", "PAK")
              .headline("WRONG headline")
              .version(2)
              .status(PubStatus.CANCELED)
              .issued("2024-01-04T00:00:00Z")
              .get());
      live.awaitTold();

      assertThat(shown(live)).hasSize(3).noneMatch(entry -> entry.contains("WRONG"));
    }
  }

  private static List<String> shown(LiveFeed live) {
    Feed feed = live.replica().feed();
    return IntStream.range(0, feed.size())
        .mapToObj(i -> new String(feed.json(feed.at(i)), StandardCharsets.UTF_8))
        .toList();
  }
}
