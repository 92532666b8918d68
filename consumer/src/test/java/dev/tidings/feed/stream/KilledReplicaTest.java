package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas in processes of their own, killed one after the other while news come in. */
class KilledReplicaTest {

  private static final int READERS = 200;
  private static final int ROUNDS = 60;

  @TempDir Path folder;

  @Test
  void isReplacedByAnotherWithTheSameCursors() throws IOException {
    try (Streams streams = Streams.start(folder.resolve("kafka"));
        ReplicaProcess first = ReplicaProcess.start(streams, folder);
        ReplicaProcess second = ReplicaProcess.start(streams, folder);
        Connections atFirst = new Connections(first.port(), 0);
        Connections atSecond = new Connections(second.port(), 0)) {
      String log = "feed=" + streams.feed().log();
      List<MovingReader> ofFirst = readers(log, streams.connections());
      List<MovingReader> ofSecond = readers(log, streams.connections());
      ofFirst.forEach(atFirst::open);
      ofSecond.forEach(atSecond::open);

      publish(streams, 0);
      awaitSome(ofFirst);
      first.kill();
      publish(streams, 1);
      awaitSome(ofSecond);
      try (ReplicaProcess third = ReplicaProcess.start(streams, folder);
          Connections atThird = new Connections(third.port(), 0)) {
        List<MovingReader> ofThird = readers(log, streams.connections());
        ofThird.forEach(atThird::open);
        publish(streams, 2);
        second.kill();
        publish(streams, 3);
        streams.live().awaitTold();
        List<Long> all = streams.seqsAfter(-1);
        List<MovingReader> readers =
            Stream.of(ofFirst, ofSecond, ofThird).flatMap(List::stream).toList();
        Streams.await()
            .until(() -> readers.stream().allMatch(one -> one.seqs().size() >= all.size()));

        assertThat(readers).allSatisfy(one -> assertThat(one.seqs()).isEqualTo(all));
        assertThat(readers).allSatisfy(one -> assertThat(one.wrong()).isEmpty());
        assertThat(ofFirst).allMatch(MovingReader::hasMoved);
        assertThat(ofSecond).allMatch(MovingReader::hasMoved);
        assertThat(ofThird).noneMatch(MovingReader::hasMoved);
        assertThat(all).hasSizeGreaterThanOrEqualTo(4 * ROUNDS);
      }
    }
  }

  private static List<MovingReader> readers(String log, Connections elsewhere) {
    return IntStream.range(0, READERS).mapToObj(i -> new MovingReader(log, elsewhere)).toList();
  }

  /** News keep coming while it returns: acknowledged, not yet told. */
  private static void publish(Streams streams, int part) {
    for (int i = 0; i < ROUNDS; i++) {
      streams
          .live()
          .publish(update("part" + part + "-" + i).visit("IRN", i % 2 == 0 ? "PAK" : "IRQ").get());
    }
  }

  /** Waits until each has something, but does not wait for all of it. */
  private static void awaitSome(List<MovingReader> readers) {
    Streams.await().until(() -> readers.stream().noneMatch(one -> one.seqs().isEmpty()));
  }
}
