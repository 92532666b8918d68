package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.summary.Climate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of GDELT that say the same of four pairs, three of them weakly, from file to climate. */
class WeakRowsTest {

  @TempDir private Path folder;

  @Test
  void weighHalfAsMuchForEachReasonToDoubt() throws IOException {
    Path rows =
        Files.write(
            folder.resolve("rows.tsv"),
            List.of(
                row(1, "DEU", "GOV", "FRA", "MIL", 1, 2),
                row(2, "ITA", "", "ESP", "MIL", 1, 2), // untyped actor
                row(3, "POL", "GOV", "CZE", "MIL", 0, 2), // no root event
                row(4, "SWE", "GOV", "NOR", "MIL", 1, 1), // single source
                row(5, "GRC", "", "TUR", "", 0, 1))); // all of it

    Map<String, String> evidence =
        KnownPairs.summaries(Input.file(rows, Format.parse("gdelt")), LocalDate.parse("2018-01-01"))
            .stream()
            .collect(
                Collectors.toMap(
                    summary -> summary.relationship().key(),
                    summary -> evidence(summary.climate())));

    assertThat(evidence)
        .containsOnly(
            Map.entry("DEU-FRA", "1.0"),
            Map.entry("ESP-ITA", "0.5"),
            Map.entry("CZE-POL", "0.5"),
            Map.entry("NOR-SWE", "0.5"),
            Map.entry("GRC-TUR", "0.1"));
  }

  private static String evidence(Climate climate) {
    return String.valueOf(climate.evidence());
  }

  /** Use of force; the columns that are empty here say nothing of it. */
  private static String row(
      int number, String one, String type, String other, String otherType, int root, int sources) {
    String[] cells = new String[61];
    Arrays.fill(cells, "");
    cells[0] = "" + number;
    cells[1] = "20180101";
    cells[5] = one;
    cells[7] = one;
    cells[12] = type;
    cells[15] = other;
    cells[17] = other;
    cells[22] = otherType;
    cells[25] = "" + root;
    cells[26] = "190";
    cells[32] = "" + sources;
    cells[59] = "20180101120000";
    cells[60] = "https://news.example/" + number;
    return String.join("\t", cells);
  }
}
