package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator has deleted the start of the notifications, as the law may ask. */
class DeletedNotificationsTest {

  private static final HttpServer.Settings HERE = HttpServer.Settings.at("127.0.0.1", 0);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void readerIsToldThatItsCursorIsGoneRatherThanLeftWithAGap() throws Exception {
    try (LiveFeed live = LiveFeed.start(folder, replica -> List.of())) {
      for (int i = 0; i < 4; i++) {
        live.publish(update("deleted-" + i).visit("IRN", "PAK").get());
        live.awaitTold();
      }
      Feed before = live.replica().feed();
      long first = before.at(0).seq();
      long kept = before.at(2).seq();
      deleteBefore(live.client(), kept);

      try (FeedServer feed =
              FeedServer.open(
                  live.client(),
                  new FeedServer.Settings(
                      null,
                      true,
                      new Publishing.Nowhere(),
                      "127.0.0.1:9092",
                      FeedServer.Settings.USUAL_STREAMS),
                  Access.of(null, HERE),
                  Clock.systemUTC(),
                  new SimpleMeterRegistry());
          HttpServer server = HttpServer.start(HERE, List.of(feed))) {
        String notifications = server.url() + "/notifications";
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> get(notifications).statusCode() == 200);

        assertThat(get(notifications + "?after=" + first).statusCode()).isEqualTo(410);
        assertThat(get(notifications + "?after=" + first).body()).contains("/snapshot");
        assertThat(get(notifications + "?after=" + (kept - 1)).body()).contains("\"seq\":" + kept);
        assertThat(get(notifications + "?after=-1").body()).contains("\"seq\":" + kept);
        assertThat(beginning(notifications + "/stream?after=" + first))
            .contains("event: reset", "what followed %d is deleted".formatted(first));
        assertThat(beginning(notifications + "/stream?after=" + (kept - 1)))
            .doesNotContain("event: reset");
      }
    }
  }

  private static void deleteBefore(Map<String, Object> client, long seq)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client)) {
      TopicPartition only = new TopicPartition(Topic.NOTIFICATIONS.topicName(), 0);
      admin.deleteRecords(Map.of(only, RecordsToDelete.beforeOffset(seq))).all().get();
    }
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  /** What a stream says up to the first event behind its greeting. */
  private String beginning(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    try (InputStream body = http.send(request, BodyHandlers.ofInputStream()).body()) {
      StringBuilder said = new StringBuilder();
      while (said.toString().split("\n\n", -1).length < 3) {
        said.append(new String(new byte[] {(byte) body.read()}, StandardCharsets.ISO_8859_1));
      }
      return said.toString();
    }
  }
}
