package dev.tidings.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line that is written for a coded event. */
class HeadlinesTest {

  private static final Party USA = new Party("USA");
  private static final Party UNO = new Party("UNO");

  @ParameterizedTest
  @EnumSource(Mode.class)
  void namesBothPartiesAndBeginsWithACapital(Mode mode) {
    String headline = Headlines.of(mode, Side.state(USA), Side.state(UNO));

    assertThat(headline)
        .containsIgnoringCase("the United States")
        .contains("the United Nations")
        .matches("[A-Z].{1,120}")
        .doesNotContain("  ");
  }

  /** Else one event, reported once each way, would be told twice in the same words. */
  @Test
  void hasNoDirectionWhereTheCodeHasNoneAndThereAlone() {
    assertThat(Cameo.all())
        .allSatisfy(
            code -> {
              Cameo.Meaning meaning = code.meaning();
              if (meaning != null) {
                String line = Headlines.of(meaning.mode(), Side.state(USA), Side.state(UNO));
                assertThat(line.contains("he United States and the United Nat"))
                    .as(code.code())
                    .isEqualTo(meaning.roles() == Cameo.Roles.BOTH);
              }
            });
  }
}
