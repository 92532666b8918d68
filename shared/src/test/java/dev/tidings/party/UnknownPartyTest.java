package dev.tidings.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPartyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "XX", "IR", "irn", " IRN", "IRN ", "Iran", "364", "EUR", "SUN"})
  void isRefusedWithWhatWasExpected(String code) {
    assertThat(Party.isKnown(code)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party(code))
        .withMessage(
            "unknown party '%s'; expected an ISO 3166-1 alpha-3 code or one of UNO, NATO, EU, …",
            code);
  }

  @Test
  void isQuotedInPartAndWithoutControlCharacters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party("\u001B[2J\n" + "x".repeat(60_000)))
        .withMessageStartingWith("unknown party '[U+001B][2J[U+000A]xxx")
        .withMessageMatching("\\P{Cc}{1,1000}");
  }
}
