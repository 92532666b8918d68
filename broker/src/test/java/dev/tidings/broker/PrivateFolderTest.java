package dev.tidings.broker;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFolderTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void isMadeForItsOwnerAlone() throws Exception {
    Path data = folder.resolve("data");

    DataFolder.at(data).kafkaFolder(0);

    assertThat(Files.getPosixFilePermissions(data)).isEqualTo(fromString("rwx------"));
  }

  @Test
  void isClosedWhereAnEarlierVersionLeftItOpen() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data.resolve("kafka"));
    Files.setPosixFilePermissions(data.resolve("kafka"), fromString("rwxr-xr-x"));

    Path kafka = DataFolder.at(data).kafkaFolder(0);

    assertThat(Files.getPosixFilePermissions(kafka)).isEqualTo(fromString("rwx------"));
  }
}
