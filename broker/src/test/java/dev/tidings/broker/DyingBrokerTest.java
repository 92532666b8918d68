package dev.tidings.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DyingBrokerTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path parent;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files in use cannot be deleted there")
  void tellsItsOwnerAndNobodyElseWhenItsFolderIsDeleted() throws Exception {
    Path folder = parent.resolve("doomed");
    try (EmbeddedBroker healthy = EmbeddedBroker.start(parent.resolve("healthy"), 0);
        EmbeddedBroker doomed = EmbeddedBroker.start(folder, 0);
        Client client = new Client(doomed.bootstrap())) {
      delete(folder);

      client.admin().createTopics(List.of(new NewTopic("greetings", 1, (short) 1)));

      assertThat(doomed.died())
          .succeedsWithin(20, SECONDS)
          .isEqualTo(
              folder
                  + ": the broker has stopped: its files are gone; restore them, or choose"
                  + " another folder");
      assertThat(healthy.died().toCompletableFuture()).isNotDone();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
  void tellsItsOwnerWhenTheDiskTakesNoMore() throws Exception {
    try (OtherProcess full = OtherProcess.fillingASmallDisk(parent)) {
      assertThat(full.lastWords())
          .singleElement()
          .asString()
          .startsWith(parent + ": the broker has stopped: ");
      assertThat(full.exitStatus()).isZero();
    }
  }

  @Test
  void saysNothingWhenItIsOnlyClosed() {
    EmbeddedBroker broker = EmbeddedBroker.start(parent, 0);

    broker.close();

    assertThat(broker.died().toCompletableFuture()).isNotDone();
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
