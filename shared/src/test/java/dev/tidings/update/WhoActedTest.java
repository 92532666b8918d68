package dev.tidings.update;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhoActedTest {

  @ParameterizedTest
  @CsvSource({
    "'',  '',  true",
    "GOV, '',  true",
    "MIL, SPY, true",
    "LEG, GOV, true",
    "CVL, '',  false",
    "'',  CVL, false",
    "COP, '',  false",
    "JUD, '',  false",
    "'',  UNK, false",
    "'',  XYZ, false",
  })
  void saysWhetherItIsBetweenStates(String actor, String counterpart, boolean isBetweenStates) {
    assertThat(update("a").sectors(actor, counterpart).get().isBetweenStates())
        .isEqualTo(isBetweenStates);
  }

  @ParameterizedTest
  @CsvSource({
    "'',  '',  Spain to the United States",
    "COP, '',  Spain (police) to the United States",
    "'',  MIL, Spain to the United States (the armed forces)",
    "XYZ, UNK, Spain (XYZ) to the United States (unspecified people or groups)",
  })
  void isSaidInWords(String actor, String counterpart, String words) {
    assertThat(update("a").visit("ESP", "USA").sectors(actor, counterpart).get().sides().inWords())
        .isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource(KnownSector.class)
  void isOneOfTheTable(KnownSector sector) {
    assertThat(Sector.known(sector.name())).isEqualTo(Sector.of(sector));
    assertThat(Sector.of(sector).asKnown()).contains(sector);
  }
}
