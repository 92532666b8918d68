package dev.tidings.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllPartiesTest {

  private static Stream<PartyTable.Row> rows() {
    return PartyTable.rows().values().stream();
  }

  @Test
  void haveACodeThatFitsKeysAndANameThatFitsASentence() {
    assertThat(rows()).allSatisfy(AllPartiesTest::isSane);
  }

  private static void isSane(PartyTable.Row row) {
    assertThat(row.code()).matches("[A-Z][A-Z0-9]{1,9}");
    assertThat(row.name()).isEqualTo(row.name().strip()).matches("[\\p{L}\\p{N} .'’&()-]{1,70}");
    assertThat(row.name()).doesNotStartWithIgnoringCase("the ");
    assertThat(new Party(row.code())).hasToString(row.code());
    assertThat(Party.byName(row.name())).contains(new Party(row.code()));
  }

  @Test
  void areCountriesOfTheJdkOrOrganisations() {
    assertThat(rows())
        .allSatisfy(
            row -> {
              String alpha2 = row.alpha2();
              assertThat(new Party(row.code()).isOrganisation()).isEqualTo(alpha2 == null);
              assertThat(alpha2 == null ? row.code() : alpha3(alpha2)).isEqualTo(row.code());
            });
  }

  @Test
  void includeEveryCountryOfTheJdkOnce() {
    Set<String> countries =
        rows()
            .filter(row -> row.alpha2() != null)
            .map(PartyTable.Row::code)
            .collect(Collectors.toSet());
    Set<String> expected =
        Arrays.stream(Locale.getISOCountries())
            .map(AllPartiesTest::alpha3)
            .collect(Collectors.toCollection(HashSet::new));
    // The Netherlands Antilles are no more since 2010; some JDKs still list them.
    expected.remove("ANT");
    expected.add("XKX");

    assertThat(countries).isEqualTo(expected).hasSize(250);
  }

  @Test
  void shareNoCodeBetweenCountriesAndOrganisations() {
    Set<String> isoCodes =
        Arrays.stream(Locale.getISOCountries())
            .map(AllPartiesTest::alpha3)
            .collect(Collectors.toSet());

    assertThat(rows().filter(row -> row.alpha2() == null).map(PartyTable.Row::code))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(isoCodes);
  }

  @Test
  void shareNoName() {
    assertThat(rows().map(row -> row.name().toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
  }

  @Test
  void includeTheOrganisationsOfTheDesign() {
    assertThat(PartyTable.rows())
        .containsKeys(
            "UNO", "NATO", "OIC", "SCO", "EU", "ARL", "AU", "ASEAN", "ECO", "CENTO", "SEATO");
  }

  @Test
  void areInTheOrderOfTheirCodes() {
    List<Party> parties = Stream.of("PAK", "EU", "IRN").map(Party::new).sorted().toList();

    assertThat(parties).extracting(Party::code).containsExactly("EU", "IRN", "PAK");
  }

  private static String alpha3(String alpha2) {
    if (alpha2.equals("XK")) {
      return "XKX";
    }
    try {
      return new Locale.Builder().setRegion(alpha2).build().getISO3Country();
    } catch (MissingResourceException e) {
      throw new AssertionError(alpha2 + " is no country of the JDK", e);
    }
  }
}
