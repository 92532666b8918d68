package dev.tidings.feed.server;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.feed.LiveFeed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbargoedEverywhereTest {

  private static final String TEXT = "UNMISTAKABLE";

  private static final List<String> PLACES =
      List.of(
          "/relationships",
          "/relationships/IRN-PAK",
          "/relationships/IRN-PAK/timeline",
          "/relationships/IRN-PAK/changes?since=-1",
          "/parties/IRN",
          "/updates/" + URLEncoder.encode(uri("secret"), StandardCharsets.UTF_8),
          "/notifications",
          "/feed.atom",
          "/feed.json",
          "/updates?q=unmistakable",
          "/snapshot");

  @TempDir Path folder;

  @Test
  void isSeenNowhereBeforeItsTimeAndEverywhereAfterAlsoAcrossARestartAtThatMoment() {
    try (LiveFeed live = LiveFeed.serving(folder);
        Receiver receiver = Receiver.start()) {
      receiver.subscribeAt(live);
      Instant end = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.MILLIS);
      live.publish(
          update("open").visit("IRN", "PAK").issued("2024-01-01T00:00:00Z").get(),
          update("secret")
              .visit("IRN", "PAK")
              .headline(TEXT + " headline")
              .issued(Instant.now().toString())
              .embargoedUntil(end.toString())
              .get());
      live.awaitTold();
      List<String> before = PLACES.stream().map(place -> live.get(place).body()).toList();
      String streamBefore = Streams.readAll(live);
      boolean lookedInTime = Instant.now().isBefore(end);

      live.stopWorker();
      await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(end));
      List<String> whileNobodyWorks = PLACES.stream().map(place -> live.get(place).body()).toList();
      live.startWorker();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> live.get("/notifications").body().contains("\"release\""));
      live.awaitTold();
      await().until(() -> receiver.bodies().stream().anyMatch(body -> body.contains(TEXT)));

      assertThat(lookedInTime).as("the test looked before the embargo's end").isTrue();
      assertThat(before).noneMatch(text -> text.contains(TEXT));
      assertThat(streamBefore).doesNotContain(TEXT);
      assertThat(whileNobodyWorks).noneMatch(text -> text.contains(TEXT));
      // The list of relationships and parties has no updates' texts.
      assertThat(PLACES.subList(1, PLACES.size()))
          .allSatisfy(place -> assertThat(live.get(place).body()).contains(TEXT));
      assertThat(Streams.readAll(live)).containsOnlyOnce(TEXT);
      assertThat(receiver.bodies().stream().filter(body -> body.contains(TEXT))).hasSize(1);
    }
  }
}
