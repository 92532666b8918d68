package dev.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.summary.Climate;
import dev.tidings.summary.Temperature;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Relationships in a list; of two it is known too little to say how warm they are. */
class SortTest {

  private static final List<Head> HEADS =
      List.of(
          head("DEU-FRA", "3.10", "-0.40"),
          head("IND-PAK", "-3.72", null),
          head("IRN-USA", "-2.39", "-1.80"),
          head("AUS-IRL", null, null),
          head("GBR-IRN", null, null));

  @Test
  void putsTheQuietLastWhereTheColdestAreFirst() {
    assertThat(sorted(Sort.COLDEST))
        .containsExactly("IND-PAK", "IRN-USA", "DEU-FRA", "AUS-IRL", "GBR-IRN");
  }

  @Test
  void putsTheQuietLastWhereTheWarmestAreFirst() {
    assertThat(sorted(Sort.WARMEST))
        .containsExactly("DEU-FRA", "IRN-USA", "IND-PAK", "AUS-IRL", "GBR-IRN");
  }

  @Test
  void putsThoseWithoutAChangeLast() {
    assertThat(sorted(Sort.CHANGE))
        .containsExactly("IRN-USA", "DEU-FRA", "AUS-IRL", "GBR-IRN", "IND-PAK");
  }

  private static Stream<String> sorted(Sort sort) {
    return HEADS.stream().sorted(sort.order()).map(head -> head.relationship().key());
  }

  private static Head head(String pair, @Nullable String score, @Nullable String change) {
    BigDecimal number = score == null ? null : new BigDecimal(score);
    Temperature temperature = number == null ? null : Temperature.of(number);
    BigDecimal by = change == null ? null : new BigDecimal(change);
    LocalDate day = LocalDate.parse("2018-10-31");
    return new Head(
        Relationship.parse(pair),
        List.of(),
        day,
        1,
        pair,
        temperature,
        new Climate(number, temperature, null, by, BigDecimal.TEN, 9, number == null ? day : null),
        List.of(),
        0,
        null);
  }
}
