package dev.tidings.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells how a file is written. */
class FormatOfAFileTest {

  @ParameterizedTest
  @CsvSource({"a.jsonl,jsonl", "a.NDJSON.gz,jsonl", "a.csv,csv", "a/b.CSV.gz,csv"})
  void isGuessedFromItsName(String name, String format) {
    assertThat(Format.guess(name)).hasValue(Format.parse(format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tsv", "a", "-", "20180101.export.CSV", "20180101.export.csv.gz"})
  void isNotGuessedFromANameThatDoesNotTell(String name) {
    assertThat(Format.guess(name)).isEmpty();
  }

  @Test
  void isOneOfFive() {
    assertThatThrownBy(() -> Format.parse("xml"))
        .hasMessage("unknown format 'xml'; expected one of jsonl, csv, gdelt, icews, quads");
  }
}
