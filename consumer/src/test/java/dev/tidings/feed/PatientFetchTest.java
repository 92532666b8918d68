package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fetch waits for news; what there is to ask of Kafka meanwhile is not asked behind it. */
class PatientFetchTest {

  @TempDir Path folder;

  @Test
  void isWokenByNewsAndKeepsNoQuestionWaiting() {
    try (LiveFeed live = LiveFeed.start(folder, replica -> List.of())) {
      Map<String, Object> client = new HashMap<>(live.client());
      client.put("fetch.max.wait.ms", 15_000); // Longer than is waited for what is told.
      try (Replica patient = Replica.open(client)) {
        patient.complete().join();

        for (int i = 0; i < 3; i++) {
          live.publish(update("news-" + i).visit("IRN", "PAK").get());
          int told = i + 1;
          Awaitility.await().until(() -> patient.feed().size() == told);
        }

        assertThat(patient.archive().uris()).contains("test:news-0", "test:news-2");
      }
    }
  }
}
