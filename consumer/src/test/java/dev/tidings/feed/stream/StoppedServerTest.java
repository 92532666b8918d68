package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoppedServerTest {

  @Test
  void endsEachStreamBehindAWholeEvent(@TempDir Path folder) {
    Streams streams = Streams.start(folder);
    RecordingReader first = streams.read("");
    RecordingReader second = streams.read("");
    streams.live().publish(update("a").get());
    streams.live().awaitTold();
    Streams.await().until(() -> first.seqs().size() == 1 && second.seqs().size() == 1);

    streams.live().close();

    Streams.await().until(() -> first.isCut() && second.isCut());
    assertThat(first.hasEnded()).isTrue();
    assertThat(second.hasEnded()).isTrue();
    assertThat(streams.connected()).isZero();
    streams.connections().close();
  }
}
