package dev.tidings.bench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  private static final Result RESULT =
      new Result(
          "30 updates",
          List.of(new Measure("read, updates/s", Spread.of(300, 100, 200))),
          List.of(
              Goal.atLeast(0.5, "× a copy", Spread.of(0.25)),
              Goal.atMost(2, "× a copy", Spread.of(0.25))));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFileOfTwoParts() throws IOException {
    file = folder.resolve("benchmarks.md");
    Files.writeString(
        file,
        """
        # Before

        <!-- news -->
        old
        <!-- /news -->

        Between.

        <!-- replay -->
        kept
        <!-- /replay -->
        """);
  }

  @Test
  void replacesOnlyItsPart() throws IOException {
    new Table(file).write("news", "2 cores", RESULT);

    assertThat(file)
        .hasContent(
            """
            # Before

            <!-- news -->
            30 updates. 2 cores

            | | median | lowest … highest |
            |---|---:|---:|
            | read, updates/s | 200 | 100 … 300 |

            | goal | found | |
            |---|---:|---|
            | ≥ 0.5 × a copy | 0.250 | **missed** |
            | ≤ 2 × a copy | 0.250 | met |
            <!-- /news -->

            Between.

            <!-- replay -->
            kept
            <!-- /replay -->
            """);
  }

  @Test
  void givesTheSameWhenWrittenTwice() throws IOException {
    new Table(file).write("news", "2 cores", RESULT);
    String once = Files.readString(file);

    new Table(file).write("news", "2 cores", RESULT);

    assertThat(file).hasContent(once);
  }

  @Test
  void refusesAFileWithoutItsPart() {
    assertThatThrownBy(() -> new Table(file).write("heap", "2 cores", RESULT))
        .hasMessage(file + ": no part 'heap'; expected <!-- heap --> … <!-- /heap -->");
    assertThat(file).content().contains("old").contains("kept");
  }
}
