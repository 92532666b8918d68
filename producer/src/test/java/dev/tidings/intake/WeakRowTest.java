package dev.tidings.intake;

import static dev.tidings.intake.Lines.gdelt;
import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Doubt;
import dev.tidings.update.RelationshipUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a machine-coded row says of its own weakness. */
class WeakRowTest {

  private static final int ACTOR_1 = 5;
  private static final int ACTOR_2 = 15;
  private static final int GROUP = 3;
  private static final int TYPE_1 = 7;
  private static final int IS_ROOT_EVENT = 25;
  private static final int NUM_SOURCES = 32;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 2  | GOV | GOV | machine-coded",
        "0 | 2  | GOV | GOV | machine-coded not-root",
        "1 | 1  | GOV | GOV | machine-coded single-source",
        "1 | 10 | ''  | GOV | machine-coded untyped-actor",
        "1 | 2  | MIL | ''  | machine-coded untyped-actor",
        "0 | 1  | ''  | ''  | machine-coded not-root single-source untyped-actor",
        "'' | '' | GOV | GOV | machine-coded",
      })
  void ofGdeltNamesWhatIsWeakInIt(
      String root, String sources, String type1, String type2, String doubts) {
    assertThat(doubts(row(root, sources, type1, type2))).isEqualTo(doubts);
  }

  @Test
  void ofGdeltTakesAnyOfAnActorsThreeTypes() {
    String[] cells = row("1", "2", "", "GOV").split("\t", -1);
    cells[ACTOR_1 + TYPE_1 + 2] = "COP";

    assertThat(doubts(String.join("\t", cells))).isEqualTo("machine-coded");
  }

  @Test
  void ofGdeltNeedsNoTypeOfAnOrganisation() {
    String[] cells = row("1", "2", "", "GOV").split("\t", -1);
    cells[ACTOR_1] = "UNO";
    cells[ACTOR_1 + 2] = "";
    cells[ACTOR_1 + GROUP] = "UNO";

    assertThat(doubts(String.join("\t", cells))).isEqualTo("machine-coded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20130203", "20180102 a", "20180102031500 a"})
  void ofGdeltMayHaveAnyWidth(String last) {
    String[] cells = gdelt("20130101", "IRN", "042", "PAK", last.split(" ")).split("\t", -1);
    cells[IS_ROOT_EVENT] = "0";
    cells[NUM_SOURCES] = "1";

    assertThat(doubts(String.join("\t", cells)))
        .isEqualTo("machine-coded not-root single-source untyped-actor");
  }

  @Test
  void isTheSameUpdateAsOneThatIsNotWeak() {
    RelationshipUpdate weak = update(Format.GDELT, row("0", "1", "GOV", "GOV"));
    RelationshipUpdate other = update(Format.GDELT, row("1", "2", "GOV", "GOV"));

    assertThat(weak.republished(weak.versionCreated(), List.of()))
        .isEqualTo(other.republished(other.versionCreated(), List.of()));
    assertThat(weak.sources()).isNotEqualTo(other.sources());
  }

  @Test
  void ofIcewsOrAQuadIsMachineCoded() {
    RelationshipUpdate quad =
        update(Format.QUADS, quad("2018-10-31", "Iran", "Make_a_visit", "Pakistan"));
    RelationshipUpdate raw =
        update(
            Format.ICEWS,
            icews("2018-10-31", "Iran", "Iran", "042", "Make a visit", "Pakistan", "Pakistan"));

    assertThat(doubts(quad)).isEqualTo("machine-coded");
    assertThat(doubts(raw)).isEqualTo("machine-coded");
  }

  private static String row(String root, String sources, String type1, String type2) {
    String[] cells =
        gdelt("20180101", "IRN", "042", "PAK", "20180102", "https://news.example/1")
            .split("\t", -1);
    cells[IS_ROOT_EVENT] = root;
    cells[NUM_SOURCES] = sources;
    cells[ACTOR_1 + TYPE_1] = type1;
    cells[ACTOR_2 + TYPE_1] = type2;
    return String.join("\t", cells);
  }

  private static String doubts(String row) {
    return doubts(update(Format.GDELT, row));
  }

  private static String doubts(RelationshipUpdate update) {
    List<Doubt> doubts = update.sources().get(0).doubts();
    return String.join(" ", doubts.stream().map(Doubt::word).toList());
  }
}
