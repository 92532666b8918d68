package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

class DamagedFolderTest {
  /** A thread of a Kafka whose start has failed may write into it while it is deleted. */
  @SuppressWarnings("NullAway.Init")
  @TempDir(deletionStrategy = TempDirDeletionStrategy.IgnoreFailures.class)
  Path folder;

  private Path kafka = Path.of("");
  private Path identity = Path.of("");

  @BeforeEach
  void aUsedFolder() {
    EmbeddedBroker.start(folder, 0).close();
    kafka = folder.resolve("kafka");
    identity = kafka.resolve(KafkaNode.IDENTITY);
  }

  @AfterEach
  void isNotLeftLocked() {
    FolderLock.take(folder).close();
  }

  @Test
  void hasGarbageForItsIdentity() throws Exception {
    Files.writeString(identity, "\u0000\u0001garbage\n\\u00zz");

    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageMatching(
            "\\Q"
                + identity
                + "\\E: damaged: .+; restore it from a backup, or choose another folder");
  }

  @Test
  void belongsToAnotherNode() throws Exception {
    Files.writeString(identity, Files.readString(identity).replace("node.id=1", "node.id=7"));

    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageStartingWith(identity + ": damaged: ");
  }

  @Test
  void hasLostItsIdentity() throws Exception {
    Files.delete(identity);

    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessage(
            "%s: missing, although topics are there; restore it from a backup, or choose another"
                + " folder",
            identity);
    assertThat(identity).doesNotExist();
  }

  @Test
  void hasGarbageForItsVotes() throws Exception {
    Files.writeString(kafka.resolve("__cluster_metadata-0/quorum-state"), "garbage");

    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageStartingWith(folder + ": ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void hasAFolderThatIsNoTopic() throws Exception {
    Files.createDirectory(kafka.resolve("holiday-photos"));

    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageStartingWith(folder + ": ")
        .hasMessageContaining("holiday-photos")
        .hasMessageNotContaining("\n");
  }
}
