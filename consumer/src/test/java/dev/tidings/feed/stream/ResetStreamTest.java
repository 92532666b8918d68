package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetStreamTest {

  private static Streams streams;
  private static int count;

  @BeforeAll
  static void start(@TempDir Path folder) {
    streams = Streams.start(folder);
    publish();
  }

  @AfterAll
  static void stop() {
    streams.close();
  }

  @Test
  void aCursorOfTheFutureGetsAResetAndWhatFollows() {
    int before = streams.resets();

    RecordingReader reader = streams.read("", "Last-Event-ID: 4711");

    assertReset(reader, "the feed has not reached 4711");
    assertThat(streams.resets()).isEqualTo(before + 1);
  }

  @Test
  void aCursorOfAnotherLogGetsAResetAndWhatFollows() {
    assertReset(streams.read("?after=0&feed=another_log"), "the cursor is of feed another_log");
  }

  @Test
  void anotherLogWithoutCursorGetsAResetToo() {
    assertReset(streams.read("?feed=another_log"), "the cursor is of feed another_log");
  }

  private static void assertReset(RecordingReader reader, String reason) {
    long head = streams.feed().head();
    Streams.await().until(() -> reader.events().size() == 2);
    assertThat(reader.events().get(1))
        .isEqualTo(
            new RecordingReader.Event(
                "reset",
                head,
                "{\"reason\":\"%s\",\"feed\":\"%s\",\"cursor\":%d,\"start\":\"/snapshot\"}"
                    .formatted(reason, streams.feed().log(), head)));

    publish();

    Streams.await().until(() -> reader.events().size() == 3);
    assertThat(reader.seqs()).isEqualTo(List.of(streams.feed().head()));
  }

  private static void publish() {
    streams.live().publish(update("reset-" + count++).visit("IRN", "PAK").get());
    streams.live().awaitTold();
  }
}
