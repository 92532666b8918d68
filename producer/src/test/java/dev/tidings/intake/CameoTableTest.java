package dev.tidings.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Mode;
import org.junit.jupiter.api.Test;

/** The checked-in table of codes. */
class CameoTableTest {

  @Test
  void hasEveryCodeOnce() {
    assertThat(Tables.rows("cameo.tsv"))
        .hasSize(298)
        .allSatisfy(row -> assertThat(row.length).isIn(6, 8));
    assertThat(Cameo.all()).hasSize(298);
  }

  @Test
  void leavesOutNineteenThatMeanNothingBetweenCountries() {
    assertThat(Cameo.all()).filteredOn(code -> code.meaning() == null).hasSize(19);
  }

  @Test
  void findsALabelInAnyCaseAndWithUnderscores() {
    assertThat(Cameo.byLabel("MEET_at_a_'third'_location"))
        .isEqualTo(Cameo.byCode("044"))
        .extracting(Cameo.Code::meaning)
        .isEqualTo(new Cameo.Meaning(Mode.MEETING, Cameo.Roles.BOTH, Mode.MEETING));
  }
}
