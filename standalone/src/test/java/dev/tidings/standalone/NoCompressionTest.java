package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A gateway where no library can be loaded, as on a file system that runs nothing. */
class NoCompressionTest {

  @TempDir Path folder;

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void endsItInOneLineRatherThanRefusingEachUpdate() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
      Run.of("topics", "--partitions=1", "--kafka=" + broker.bootstrap());

      Ran ran =
          Ran.of(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-DZstdTempFolder=" + folder.resolve("nowhere"),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.tidings.command.Tidings",
                  "gateway",
                  "--port=0",
                  "--kafka=" + broker.bootstrap()),
              Map.of());

      assertThat(ran.status()).isEqualTo(1);
      assertThat(ran.err().lines().filter(line -> line.startsWith("tidings: ")))
          .singleElement()
          .asString()
          .contains("nothing can be compressed with zstd here");
    }
  }
}
