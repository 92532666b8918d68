package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.update.Effect.BEGINS;
import static dev.tidings.update.Effect.CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalledReadersTest {

  /** More than there are threads to write. */
  private static final int STALLED = 8;

  private static final int OTHERS = 100;
  private static final int SMALL_BUFFER = 1_024;

  /** Of more than 1 KiB each: more than the 3 MB that Linux keeps for a socket that is not read. */
  private static final int PAST = 4_000;

  private static final String LONG = "long ".repeat(50);
  private static final List<String> NEIGHBOURS =
      List.of("PAK", "IRQ", "TUR", "AFG", "OMN", "QAT", "SAU", "CHN", "RUS", "IND");

  @TempDir private Path folder;
  private Streams streams;
  private Connections stalled;
  private int count;

  @BeforeEach
  void start() {
    streams = Streams.start(folder);
    publish(PAST);
    stalled = new Connections(streams.live().port(), SMALL_BUFFER);
    for (int i = 0; i < STALLED; i++) {
      stalled.open(new StalledReader());
    }
    Streams.await().until(() -> streams.stalled() == STALLED);
  }

  @AfterEach
  void stop() {
    stalled.close();
    streams.close();
  }

  @Test
  void delayNobodyAndAreCutAtTheBound() {
    List<CountingReader> others =
        IntStream.range(0, OTHERS).mapToObj(i -> new CountingReader()).toList();
    others.forEach(streams.connections()::open);
    Streams.await().until(() -> others.stream().allMatch(CountingReader::isGreeted));

    publish(200);

    Streams.await().until(() -> others.stream().allMatch(reader -> reader.received() == 200));
    assertThat(streams.cut()).isZero();
    assertThat(streams.stalled()).isEqualTo(STALLED);

    publish(Bounds.USUAL.mostMissed());

    Streams.await().until(() -> streams.cut() == STALLED && streams.connected() == OTHERS);
    Streams.await()
        .until(
            () ->
                others.stream()
                    .allMatch(reader -> reader.received() == 200 + Bounds.USUAL.mostMissed()));
    assertThat(others).noneMatch(CountingReader::isCut);
  }

  @Test
  void keepNothingOfWhatTheyMiss() {
    RecordingReader other = streams.read("");
    int place = streams.feed().size();
    publish(1);
    Streams.await().until(() -> other.seqs().size() == 1);
    WeakReference<byte[]> missed = new WeakReference<>(streams.frames().at(place));

    kill();
    streams.frames().at(place);

    Streams.await()
        .until(
            () -> {
              System.gc();
              return missed.get() == null;
            });
    assertThat(streams.stalled()).isEqualTo(STALLED);
  }

  private void publish(int number) {
    List<RelationshipUpdate> updates = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int name = count++;
      updates.add(
          update("stalled-" + name)
              .visit("IRN", NEIGHBOURS.get(name % NEIGHBOURS.size()))
              .headline(LONG + name)
              .thread("a/b", name < NEIGHBOURS.size() ? BEGINS : CHANGES, LONG + name)
              .get());
    }
    streams.live().publish(updates);
    streams.live().awaitTold();
  }

  private void kill() {
    streams
        .live()
        .publish(
            update("stalled-0")
                .visit("IRN", "PAK")
                .version(2)
                .status(PubStatus.CANCELED)
                .issued("2024-02-01T00:00:00Z")
                .get());
    streams.live().awaitTold();
  }
}
