package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedStreamTest {

  private static Streams streams;
  private static int count;

  @BeforeAll
  static void start(@TempDir Path folder) {
    streams = Streams.start(folder);
    publish(3);
  }

  @AfterAll
  static void stop() {
    streams.close();
  }

  @Test
  void withoutCursorGetsOnlyWhatComes() {
    long head = streams.feed().head();
    RecordingReader reader = streams.read("");

    publish(2);

    Streams.await().until(() -> reader.seqs().size() == 2);
    assertThat(reader.seqs()).isEqualTo(streams.seqsAfter(head));
    assertThat(reader.head())
        .contains("text/event-stream;charset=utf-8")
        .contains("Cache-Control: no-store")
        .contains("X-Accel-Buffering: no")
        .doesNotContain("Content-Encoding");
  }

  @Test
  void isGreetedWithTheFeedAndWhereItStands() {
    long head = streams.feed().head();

    RecordingReader reader = streams.read("?after=0");

    assertThat(reader.events().get(0))
        .isEqualTo(
            new RecordingReader.Event(
                "hello",
                0,
                "{\"feed\":\"%s\",\"cursor\":0,\"head\":%d}"
                    .formatted(streams.feed().log(), head)));
  }

  @Test
  void thatWasSentNothingComesBackToWhereItStood() {
    RecordingReader first = streams.read("");
    long head = streams.feed().head();
    publish(1);

    RecordingReader second = streams.read("", "Last-Event-ID: " + first.events().get(0).id());

    Streams.await().until(() -> second.seqs().equals(streams.seqsAfter(head)));
  }

  @Test
  void fromTheStartGetsEverything() {
    RecordingReader reader = streams.read("?after=-1", "Accept: text/event-stream");

    Streams.await().until(() -> reader.seqs().size() == streams.feed().size());
    assertThat(reader.seqs()).isEqualTo(streams.seqsAfter(-1));
    assertThat(reader.events("message").get(0).data())
        .isEqualTo(new String(streams.feed().json(streams.feed().at(0)), StandardCharsets.UTF_8));
  }

  @Test
  void continuesBehindItsCursor() {
    long cursor = streams.feed().at(1).seq();
    List<Long> expected = streams.seqsAfter(cursor);

    RecordingReader reader = streams.read("?after=" + cursor + "&feed=" + streams.feed().log());

    Streams.await().until(() -> reader.seqs().size() >= expected.size());
    assertThat(reader.seqs().subList(0, expected.size())).isEqualTo(expected);
  }

  @Test
  void prefersTheLastEventId() {
    long cursor = streams.feed().at(1).seq();

    RecordingReader reader = streams.read("?after=-1", "Last-Event-ID: " + cursor);

    Streams.await().until(() -> !reader.seqs().isEmpty());
    assertThat(reader.seqs().get(0)).isEqualTo(streams.feed().at(2).seq());
  }

  @Test
  void takesTheLastEventIdFromItsAddressToo() {
    long first = streams.feed().at(0).seq();
    long second = streams.feed().at(1).seq();

    RecordingReader reader = streams.read("?after=-1&lastEventId=" + first);
    RecordingReader both = streams.read("?lastEventId=" + first, "Last-Event-ID: " + second);
    RecordingReader none = streams.read("?after=-1&lastEventId=");

    Streams.await()
        .until(() -> !reader.seqs().isEmpty() && !both.seqs().isEmpty() && !none.seqs().isEmpty());
    assertThat(reader.seqs().get(0)).isEqualTo(second);
    assertThat(both.seqs().get(0)).isEqualTo(streams.feed().at(2).seq());
    assertThat(none.seqs().get(0)).isEqualTo(first);
  }

  @Test
  void thatIsDroppedBetweenTwoBytesIsForgotten() {
    RecordingReader kept = streams.read("?after=-1");
    int connected = streams.connected();
    try (Connections others = new Connections(streams.live().port(), 0)) {
      RecordingReader dropped = new RecordingReader(Streams.PATH + "?after=-1");
      others.open(dropped);
      Streams.await().until(() -> streams.connected() == connected + 1);
    }

    Streams.await()
        .until(
            () -> {
              publish(1);
              return streams.connected() <= connected;
            });
    assertThat(kept.isCut()).isFalse();
  }

  private static void publish(int number) {
    for (int i = 0; i < number; i++) {
      streams.live().publish(update("resumed-" + count++).visit("IRN", "PAK").get());
    }
    streams.live().awaitTold();
  }
}
