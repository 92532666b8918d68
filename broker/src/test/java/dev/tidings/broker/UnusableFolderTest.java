package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableFolderTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @AfterEach
  void isNotLeftLocked() {
    FolderLock.take(folder).close();
  }

  @Test
  void isAFile() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> EmbeddedBroker.start(file, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessage("%s: is a file; expected a folder", file);
  }

  @Test
  void isBelowAFile() throws Exception {
    Path below = Files.createFile(folder.resolve("file")).resolve("below");

    assertThatThrownBy(() -> EmbeddedBroker.start(below, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageMatching("\\Q" + below + "\\E: cannot be made: .+; choose another folder");
  }

  @Test
  void hasAFileWhereKafkasFolderBelongs() throws Exception {
    Path kafka = Files.createFile(folder.resolve("kafka"));

    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessage("%s: is a file; expected a folder", kafka);
  }

  @Test
  void hasACommaInItsName() {
    Path comma = folder.resolve("news, and more");

    assertThatThrownBy(() -> EmbeddedBroker.start(comma, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessage(
            "%s: has a comma in its name, where Kafka ends a folder's name; choose another folder",
            comma);
    assertThat(comma).doesNotExist();
  }

  @Test
  void hasALinkInPlaceOfItsLock() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "of somebody");
    Path news = Files.createDirectory(folder.resolve("news"));
    Files.createSymbolicLink(news.resolve(FolderLock.FILE), other);

    assertThatThrownBy(() -> EmbeddedBroker.start(news, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageMatching("\\Q" + news + "\\E: cannot be written: .+; choose another folder");
    assertThat(other).hasContent("of somebody");
  }

  @Test
  void isReadOnlyForEverybody() {
    Path readOnly = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(readOnly), "this system has no /proc");

    assertThatThrownBy(() -> EmbeddedBroker.start(readOnly, 0))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageMatching("/proc/self: cannot be written: .+; choose another folder");
  }

  @Test
  void isOnAFullDisk() {
    DataFolder data = DataFolder.at(folder);

    assertThatThrownBy(() -> data.kafkaFolder(Long.MAX_VALUE))
        .isInstanceOf(BrokerFailure.class)
        .hasMessageMatching(
            "\\Q"
                + folder
                + "\\E: \\d+ MiB free; at least 8796093022207 MiB are needed: free some space, or"
                + " choose another folder");
    assertThat(data.kafkaFolder(DataFolder.SPACE_NEEDED)).isDirectory();
  }
}
