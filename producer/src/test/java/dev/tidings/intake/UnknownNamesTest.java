package dev.tidings.intake;

import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.quad;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of rows that no table knows. */
class UnknownNamesTest {

  private static final String DAY = "2018-10-31";

  private static final List<String> QUADS =
      List.of(
          quad(DAY, "Bharatiya_Janata", "Threaten", "Brazil"),
          quad(DAY, "Brazil", "Threaten", "Bharatiya_Janata"),
          quad(DAY, "Taliban", "Threaten", "Militant_(Taliban)"),
          quad(DAY, "Somebody_New_(Spain)", "Threaten", "Brazil"),
          quad(DAY, "Police_(Spain)", "Threaten", "Donald_Trump"),
          quad("2016-10-31", "Donald_Trump", "Threaten", "Brazil"));

  @TempDir Path folder;

  @Test
  void areCountedByHowOftenTheyStand() throws IOException {
    assertThat(read(Format.QUADS, QUADS).inWords())
        .isEqualToNormalizingNewlines(
            """
            4 names without a party:
                       2  Bharatiya Janata
                       1  Donald Trump
                       1  Militant (Taliban)
                       1  Taliban
            1 name before a country without a sector, counted as not the state:
                       1  Somebody New
            """);
  }

  @Test
  void areNoneWhereTheRowSaysThePartyAndTheSector() throws IOException {
    String[] cells =
        icews(DAY, "Somebody New (Spain)", "Spain", "130", "Threaten", "Brazil", "Brazil")
            .split("\t", -1);
    cells[3] = "Government";

    UnknownNames names = read(Format.ICEWS, List.of(String.join("\t", cells)));

    assertThat(names.isEmpty()).isTrue();
    assertThat(names.inWords()).isEmpty();
  }

  @Test
  void areShownInEightyColumnsAndOfManyTheMostFrequent() throws IOException {
    List<String> rows = new ArrayList<>(QUADS);
    rows.add(quad(DAY, "N".repeat(300), "Threaten", "Brazil"));
    for (int i = 0; i < 1_234; i++) {
      rows.add(quad(DAY, "Nobody_" + i % 200, "Threaten", "Brazil"));
    }

    String words = read(Format.QUADS, rows).inWords();

    assertThat(words.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(words)
        .startsWith("205 names without a party:")
        .contains("           7  Nobody 0", "              and 197 more");
  }

  @Test
  void areADraftOfATableOfNames() throws IOException {
    Path draft = folder.resolve("unknown.tsv");
    read(Format.QUADS, QUADS).write(draft);
    assertThat(Files.readString(draft))
        .contains("\n#Bharatiya Janata\t?\t?\t\t\t2\n", "\n#Somebody New\t-\t?\t\t\t1\n");

    String filled =
        Files.readString(draft)
            .replace("#Bharatiya Janata\t?\t?", "Bharatiya Janata\tIND\tPTY")
            .replace("#Somebody New\t-\t?", "Somebody New\t-\tCVL");
    NameTable table = NameTable.read(Files.writeString(folder.resolve("names.tsv"), filled));

    assertThat(read(Format.QUADS, QUADS, table).inWords())
        .startsWith("3 names without a party:")
        .doesNotContain("Bharatiya", "Somebody");
  }

  private static UnknownNames read(Format format, List<String> rows) throws IOException {
    return read(format, rows, NameTable.EMPTY);
  }

  private static UnknownNames read(Format format, List<String> rows, NameTable table)
      throws IOException {
    byte[] bytes = String.join("\n", rows).getBytes(StandardCharsets.UTF_8);
    Intake intake = Intake.of(new ByteArrayInputStream(bytes), format, Lines.CLOCK, table);
    while (intake.next() != null) {
      // Only the names are looked at.
    }
    return intake.unknownNames();
  }
}
