package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same events in files of another order, twice, or in pieces. */
class ReplayedQuadsTest {

  private static final List<String> RELATIONS =
      List.of("Consult", "Make_a_visit", "Host_a_visit", "Make_statement", "Accuse", "Threaten");
  private static final List<String> ACTORS =
      List.of("Iran", "Pakistan", "Foreign_Affairs_(Iran)", "Citizen_(India)", "China", "Nobody");

  @TempDir Path folder;

  @Test
  void giveTheSameBytesForEveryRelationship() throws IOException {
    List<String> rows = rows();
    Path plain = file("plain", rows);
    List<String> mixed = new ArrayList<>(rows);
    Collections.shuffle(mixed, new Random(2));
    Path shuffled = file("shuffled", mixed);
    Path twice = file("twice", Stream.concat(rows.stream(), mixed.stream()).toList());
    Path first = file("first", mixed.subList(0, 77));
    Path second = file("second", mixed.subList(77, mixed.size()));

    String unknown = folder.resolve("unknown.tsv").toString();

    Run expected = quads(plain);

    assertThat(expected.status()).isZero();
    assertThat(expected.out().lines()).hasSizeGreaterThan(4).isSorted();
    assertThat(expected.err())
        .startsWith(plain + ": 300 lines, besides 1 header")
        .contains("1 name without a party:\n")
        .containsPattern("\n +\\d+  Nobody\n")
        .endsWith("All of them: --unknown FILE. To make names known: --names FILE.\n");
    assertThat(quads(shuffled, "--unknown", unknown).out()).isEqualTo(expected.out());
    assertThat(Files.readString(Path.of(unknown)))
        .containsPattern("\n#Nobody\t\\?\t\\?\t\t\t\\d+\n$");
    assertThat(quads(twice).out()).isEqualTo(expected.out());
    assertThat(quads(second, first).out()).isEqualTo(expected.out());
  }

  private static Run quads(Path... files) {
    List<String> args = new ArrayList<>(List.of("replay", "--format", "quads", "--json"));
    Stream.of(files).map(Path::toString).forEach(args::add);
    return Run.of(args.toArray(String[]::new));
  }

  private static Run quads(Path file, String option, String value) {
    return Run.of("replay", "--format", "quads", "--json", option, value, file.toString());
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private static List<String> rows() {
    Random random = new Random(1);
    List<String> rows = new ArrayList<>(List.of("date\tsource\trelation\ttarget\tsplit"));
    for (int i = 0; i < 300; i++) {
      rows.add(
          "2018-10-%02d\t%s\t%s\t%s\ttrain"
              .formatted(
                  1 + random.nextInt(20),
                  ACTORS.get(random.nextInt(ACTORS.size())),
                  RELATIONS.get(random.nextInt(RELATIONS.size())),
                  ACTORS.get(random.nextInt(ACTORS.size()))));
    }
    return rows;
  }
}
