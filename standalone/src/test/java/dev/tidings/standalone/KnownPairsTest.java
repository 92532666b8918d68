package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.party.Relationship;
import dev.tidings.standalone.KnownPairs.Extreme;
import dev.tidings.standalone.KnownPairs.Stood;
import dev.tidings.summary.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Summaries beside what is known: two allies, two rivals, and a pair of which nobody says. */
class KnownPairsTest {

  private static final LocalDate DAY = LocalDate.parse("2018-10-31");

  private static final Map<Relationship, Stood> KNOWN =
      KnownPairs.known(
          List.of(
              "# pair\tas",
              "DEU-FRA\tally",
              "GBR-USA\tally",
              "IND-PAK\trival",
              "IRN-USA\trival",
              "FIN-SWE\tally"));

  @TempDir private Path folder;

  @Test
  void areToldApart() throws IOException {
    KnownPairs table = table(10, "Sign_formal_agreement", "Use_conventional_military_force");

    assertThat(table.auc()).isEqualTo(1);
    assertThat(table.allies()).isEqualTo(2);
    assertThat(table.rivals()).isEqualTo(2);
    assertThat(table.coldest()).isEqualTo(new Extreme(2, 2, 0));
    assertThat(table.toString())
        .startsWith("AUC 1.000 (2 allies and 2 rivals with a score), 1.000 of all known pairs");
  }

  @Test
  void areTakenForEachOtherWhereTheyActSo() throws IOException {
    KnownPairs table = table(10, "Use_conventional_military_force", "Sign_formal_agreement");

    assertThat(table.auc()).isZero();
    assertThat(table.aucOfAll()).isZero();
  }

  @Test
  void areNotRankedByAReportOrTwo() throws IOException {
    KnownPairs table = table(2, "Sign_formal_agreement", "Use_conventional_military_force");

    assertThat(table.allies()).isZero();
    assertThat(table.coldest()).isEqualTo(new Extreme(0, 0, 0));
    assertThat(table.aucOfAll()).isEqualTo(0.5);
  }

  @Test
  void areNotRankedByWhatPeopleDo() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int day = 10; day < 30; day++) {
      rows.add("2018-10-" + day + "\tWomen_(India)\tPhysically_assault\tCitizen_(Pakistan)");
    }

    assertThat(summaries(rows))
        .singleElement()
        .satisfies(summary -> assertThat(summary.climate().isQuiet()).isTrue());
  }

  private KnownPairs table(int days, String betweenAllies, String betweenRivals)
      throws IOException {
    List<String> rows = new ArrayList<>();
    for (int day = 10; day < 10 + days; day++) {
      String date = "2018-10-" + day + "\t";
      rows.add(date + "France\t" + betweenAllies + "\tGermany");
      rows.add(date + "United_Kingdom\t" + betweenAllies + "\tUnited_States");
      rows.add(date + "India\t" + betweenRivals + "\tPakistan");
      rows.add(date + "Iran\t" + betweenRivals + "\tUnited_States");
      rows.add(date + "Japan\tMake_statement\tBrazil");
    }
    return KnownPairs.of(summaries(rows), KNOWN);
  }

  private List<Summary> summaries(List<String> rows) throws IOException {
    Path file = Files.write(folder.resolve("rows.tsv"), rows);
    return KnownPairs.summaries(Input.file(file, Format.parse("quads")), DAY);
  }
}
