package dev.tidings.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is told at the end. */
class AccountTest {

  @Test
  void isNoneUnlessItAddsUp() {
    assertThatThrownBy(() -> new Account("a.tsv", 10, 1, 1, 2, 3, 1, 1, 1, 0, 5, 5, 0, null))
        .hasMessage("a.tsv: 10 lines read, 9 accounted for");
  }

  @Test
  void isASmallTable() {
    Account account =
        new Account(
            "a.tsv", 95_541, 14_239, 14_251, 5_779, 27_675, 47_813, 34, 1, 0, 1, 2, 0, null);

    assertThat(account.inWords())
        .isEqualToNormalizingNewlines(
            """
            a.tsv: 95,541 lines, besides 1 header and 2 blank lines
                  14,239  published, as 14,251 records
                   5,779  duplicates of earlier lines
                  27,675  domestic: the same country on both sides
                  47,813  with no country or organisation on a side
                      34  with a code that has no meaning between countries
                       1  refused
            """);
  }

  @Test
  void leavesOutWhatThereIsNoneOf() {
    Account account = new Account("a.jsonl", 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);

    assertThat(account.inWords())
        .isEqualToNormalizingNewlines(
            """
            a.jsonl: 1 line
                       1  published
                       0  refused
            """);
  }

  @Test
  void countsWhatSpreadsheetsLeaveBehind() {
    Account account = new Account("a.csv", 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 12, null);

    assertThat(account.inWords())
        .isEqualToNormalizingNewlines(
            """
            a.csv: 1 line, besides 1 header, 1 blank line and 12 empty cells in no column
                       1  published
                       0  refused
            """);
  }
}
