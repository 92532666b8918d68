package dev.tidings.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What shows how far a run is. */
class ProgressTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);

  @Test
  void isABarOfUnder80ColumnsOnATerminal() {
    try (Progress progress = Progress.of("publishing", 5_000_000, err, true)) {
      progress.finish(5_000_000);
    }

    String[] drawn = shown.toString(StandardCharsets.UTF_8).split("[\r\n]+");
    assertThat(drawn).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    assertThat(drawn[drawn.length - 1]).contains("publishing 100%").contains("MiB/s");
  }

  @Test
  void isNothingElsewhere() {
    try (Progress progress = Progress.of("publishing", 5_000_000, err, false)) {
      progress.finish(5_000_000);
    }

    assertThat(shown.size()).isZero();
  }
}
