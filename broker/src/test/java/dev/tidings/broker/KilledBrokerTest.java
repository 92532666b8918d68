package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerTest {
  private static final int BEFORE_THE_KILL = 300;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void hasEveryAcknowledgedRecordAfterEachOfTwoKills() throws Exception {
    int acknowledgedFirst = killedWhileCountingFrom(0);
    List<String> afterFirst = numbersInTheFolder();
    int acknowledgedThen = killedWhileCountingFrom(afterFirst.size());
    List<String> afterSecond = numbersInTheFolder();

    assertThat(afterFirst).containsAll(numbersUpTo(acknowledgedFirst));
    assertThat(afterSecond).startsWith(afterFirst.toArray(String[]::new));
    assertThat(afterSecond).containsAll(numbersUpTo(acknowledgedThen)).doesNotHaveDuplicates();
  }

  private int killedWhileCountingFrom(int first) throws IOException {
    try (OtherProcess counting = OtherProcess.counting(folder, first)) {
      // A line that is no number would be Kafka's: nothing but ours belongs on standard output.
      while (Integer.parseInt(counting.says()) < first + BEFORE_THE_KILL) {}
      counting.kill();
      return counting.lastWords().stream()
          .mapToInt(Integer::parseInt)
          .reduce(first + BEFORE_THE_KILL, Math::max);
    }
  }

  private List<String> numbersInTheFolder() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Client client = new Client(broker.bootstrap())) {
      return client.read(OtherProcess.TOPIC);
    }
  }

  private static List<String> numbersUpTo(int last) {
    return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toList();
  }
}
