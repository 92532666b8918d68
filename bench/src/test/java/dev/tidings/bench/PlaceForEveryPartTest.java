package dev.tidings.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.bench.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlaceForEveryPartTest {

  @Test
  void thePageHasMarksForEachPartInItsOrder() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "benchmarks.md"));

    assertThat(Pattern.compile("<!-- ([a-z-]+) -->").matcher(page).results())
        .extracting(mark -> mark.group(1))
        .containsExactlyElementsOf(Part.all().stream().map(Part::name).toList());
    assertThat(Pattern.compile("<!-- /([a-z-]+) -->").matcher(page).results())
        .extracting(mark -> mark.group(1))
        .containsExactlyElementsOf(Part.all().stream().map(Part::name).toList());
  }
}
