package dev.tidings.intake;

import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.quad;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.RelationshipUpdate;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same actor in a quad and in a raw ICEWS row: every name of every table. */
class TwoReadersTest {

  private static final String DAY = "2018-10-31";

  /** Nobody of the tables is of there. */
  private static final String OTHER = "Bouvet Island";

  /**
   * A name, and what it says of its party.
   *
   * @param party absent: nothing, as the name stands for nobody on the day
   */
  record Named(String day, String name, String party) {}

  static Stream<String> tables() {
    return Stream.of(
        "countries", "party-names.tsv", "organs.tsv", "leaders.tsv", "sector-names.tsv");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void findTheSameWhereTheRowHasNoCountry(String table) {
    assertAgree(named(table), party -> "NA");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void findTheSameWhereTheRowHasTheCountryOfTheName(String table) {
    assertAgree(named(table), party -> new Party(party).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nobody_(Nowhere)", "Amarinder_Singh", "Taliban", "Militant_(Taliban)"})
  void findNobodyOfThoseWhoAreInNoTable(String name) {
    assertThat(Lines.outcome(Format.QUADS, quad(DAY, name, "Threaten", OTHER)))
        .isEqualTo(Outcome.LeftOut.NO_PARTY)
        .isEqualTo(
            Lines.outcome(Format.ICEWS, icews(DAY, name, "NA", "130", "Threaten", OTHER, OTHER)));
  }

  private static void assertAgree(List<Named> names, UnaryOperator<String> country) {
    List<RelationshipUpdate> quads =
        Lines.updates(
            Lines.read(
                Format.QUADS, lines(names, one -> quad(one.day(), one.name(), "Threaten", OTHER))));
    List<RelationshipUpdate> raw =
        Lines.updates(
            Lines.read(
                Format.ICEWS,
                lines(
                    names,
                    one ->
                        icews(
                            one.day(),
                            one.name().replace('_', ' '),
                            country.apply(one.party()),
                            "130",
                            "Threaten",
                            OTHER,
                            OTHER))));

    assertThat(names).isNotEmpty();
    assertThat(quads).hasSameSizeAs(names);
    assertThat(raw).hasSameSizeAs(names);
    assertThat(
            IntStream.range(0, names.size())
                .filter(
                    i ->
                        !quads.get(i).actor().code().equals(names.get(i).party())
                            || !raw.get(i).equals(quads.get(i)))
                .mapToObj(names::get))
        .isEmpty();
  }

  private interface Row {
    String of(Named one);
  }

  private static String lines(List<Named> names, Row row) {
    return String.join("\n", names.stream().map(row::of).toList());
  }

  private static List<Named> named(String table) {
    return switch (table) {
      case "countries" ->
          Party.all().stream()
              .filter(party -> !party.name().equals(OTHER))
              .map(party -> new Named(DAY, party.name(), party.code()))
              .toList();
      case "sector-names.tsv" ->
          Tables.rows(table).stream()
              .map(row -> new Named(DAY, row[0].replace(' ', '_') + "_(Spain)", "ESP"))
              .toList();
      case "leaders.tsv" ->
          Tables.rows(table).stream()
              .filter(row -> row[3].compareTo("2024-05-31") < 0)
              .flatMap(row -> Stream.of(new Named(row[3], row[0], row[1]), untilToday(row)))
              .toList();
      default -> Tables.rows(table).stream().map(row -> new Named(DAY, row[0], row[1])).toList();
    };
  }

  private static Named untilToday(String[] leader) {
    LocalDate until = LocalDate.parse(leader[4]);
    LocalDate last = LocalDate.of(2024, 5, 31);
    return new Named((until.isBefore(last) ? until : last).toString(), leader[0], leader[1]);
  }
}
