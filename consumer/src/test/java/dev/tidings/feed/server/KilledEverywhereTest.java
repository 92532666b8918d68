package dev.tidings.feed.server;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.feed.Archive;
import dev.tidings.feed.LiveFeed;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.party.Relationship;
import dev.tidings.update.Effect;
import dev.tidings.update.PubStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One update, killed: every place from which readers could have it is looked at. */
class KilledEverywhereTest {

  /** In everything that the update says. */
  private static final String TEXT = "UNMISTAKABLE";

  private static final String UPDATE =
      "/updates/" + URLEncoder.encode(uri("wrong"), StandardCharsets.UTF_8);

  private static final List<String> PLACES =
      List.of(
          "/relationships",
          "/relationships/IRN-PAK",
          "/relationships/IRN-PAK?asOf=2024-02-01",
          "/relationships/IRN-PAK?knownAt=2024-01-03T00:00:00Z",
          "/relationships/IRN-PAK/timeline",
          "/relationships/IRN-PAK/changes?since=-1",
          "/parties",
          "/parties/IRN",
          UPDATE,
          "/updates?q=unmistakable",
          "/notifications",
          "/feed.atom",
          "/feed.json",
          "/snapshot");

  /** Those that had the text before, so that its absence means something. */
  private static final List<String> HAD_IT =
      List.of(
          "/relationships/IRN-PAK",
          "/relationships/IRN-PAK?asOf=2024-02-01",
          "/relationships/IRN-PAK?knownAt=2024-01-03T00:00:00Z",
          "/relationships/IRN-PAK/timeline",
          "/relationships/IRN-PAK/changes?since=-1",
          "/parties/IRN",
          UPDATE,
          "/updates?q=unmistakable",
          "/notifications",
          "/feed.atom",
          "/feed.json",
          "/snapshot",
          "stream",
          "webhook",
          "Kafka");

  @TempDir Path folder;

  @Test
  void isNowhereToBeReadAndItsKillIsEverywhere() {
    try (LiveFeed live = LiveFeed.serving(folder);
        Receiver receiver = Receiver.start()) {
      String subscription = receiver.subscribeAt(live);
      live.publish(
          update("right").visit("IRN", "PAK").issued("2024-01-01T00:00:00Z").get(),
          wrong().issued("2024-01-02T00:00:00Z").get());
      live.awaitTold();
      await().until(() -> receiver.bodies().size() == 2);
      Map<String, String> before = everywhere(live, receiver);

      live.publish(
          wrong()
              .version(2)
              .status(PubStatus.CANCELED)
              .edNote("It did not happen.")
              .issued("2024-01-04T00:00:00Z")
              .get());
      live.awaitTold();
      await().until(() -> receiver.bodies().size() == 3);
      String killTold = receiver.bodies().get(2);
      receiver.forget();
      live.post("/subscriptions/" + subscription + "/replay", "{\"after\":-1}");
      await().until(() -> receiver.bodies().size() == 3);
      Map<String, String> after = everywhere(live, receiver);

      assertThat(before.entrySet().stream().filter(e -> e.getValue().contains(TEXT)))
          .extracting(Map.Entry::getKey)
          .containsExactlyInAnyOrderElementsOf(HAD_IT);
      assertThat(after).allSatisfy((place, text) -> assertThat(text).doesNotContain(TEXT));
      assertThat(killTold).contains("\"reason\":\"kill\"", uri("wrong"));
      assertThat(after.get("stream")).contains("\"reason\":\"kill\"");
      assertThat(after.get("Kafka")).contains("\"withdrawn\":[{\"uri\":\"" + uri("wrong"));
      assertThat(after.get("/relationships/IRN-PAK/timeline")).contains("It did not happen.");
      assertThat(after.get("/feed.atom")).contains("deleted-entry");
      assertThat(after.get("/feed.json")).contains("Withdrawn");
    }
  }

  private static UpdateFixture wrong() {
    return update("wrong")
        .visit("IRN", "PAK")
        .occurred("2024-01-02")
        .headline(TEXT + " headline")
        .thread("border/pilgrims", Effect.BEGINS, TEXT + " terms");
  }

  private static Map<String, String> everywhere(LiveFeed live, Receiver receiver) {
    Map<String, String> texts = new TreeMap<>();
    for (String place : PLACES) {
      texts.put(place, live.get(place).body());
    }
    texts.put("stream", Streams.readAll(live));
    texts.put("webhook", String.join("\n", receiver.bodies()));
    texts.put(
        "Kafka",
        new String(
            Archive.readSummaries(live.client())
                .getOrDefault(Relationship.parse("IRN-PAK"), new byte[0]),
            StandardCharsets.UTF_8));
    return texts;
  }
}
