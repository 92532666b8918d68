package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantOfAnyFormTest {

  private static final String CHARACTERS = "0123456789012345-:.+-TtZz/ ٣";

  /** RFC 3339, section 5.6. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

  @ParameterizedTest
  @CsvSource({
    "2024-01-16T21:30:00Z, 2024-01-16T21:30:00Z",
    "2024-01-16t21:30:00z, 2024-01-16T21:30:00Z",
    "2024-01-16T21:30:00.5+05:00, 2024-01-16T16:30:00.500Z",
    "2024-01-16T21:30:00.000000001-00:30, 2024-01-16T22:00:00.000000001Z",
    "2024-02-29T23:59:59-18:00, 2024-03-01T17:59:59Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
    "0000-12-31T23:00:00-01:00, 0001-01-01T00:00:00Z",
  })
  void isRead(String text, Instant instant) {
    assertThat(InstantText.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-01-16",
        "2024-01-16T21:30Z",
        "2024-01-16T21:30:00",
        "2024-01-16 21:30:00Z",
        "2024-01-16T24:00:00Z",
        "2024-01-16T21:30:60Z",
        "2023-02-29T21:30:00Z",
        "2024-01-16T21:30:00.Z",
        "2024-01-16T21:30:00.0000000000Z",
        "2024-01-16T21:30:00+0500",
        "2024-01-16T21:30:00+05:60",
        "2024-01-16T21:30:00+18:01",
        "2024-01-16T21:30:00ZZ",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "٢024-01-16T21:30:00Z"
      })
  void isRefusedWithWhatWasExpected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InstantText.parse(text))
        .withMessage("'" + text + "'; expected an RFC 3339 instant, as in 2024-01-16T21:30:00Z");
  }

  @Test
  void isReadAsTheJdkReadsIt() {
    Random random = new Random(3339);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);
      Optional<Instant> expected = byTheJdk(text);

      assertThat(byUs(text)).as(text).isEqualTo(expected);
      read += expected.isPresent() ? 1 : 0;
    }
    assertThat(read).isGreaterThan(4_000);
  }

  private static Optional<Instant> byUs(String text) {
    try {
      return Optional.of(InstantText.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> byTheJdk(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC))
          .filter(utc -> FORM.matcher(text).matches())
          .filter(utc -> utc.getYear() >= 1 && utc.getYear() <= 9999)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An instant, of which now and then a character is another, more or less. */
  private static String text(Random random) {
    StringBuilder text =
        new StringBuilder(
            "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                    random.nextInt(5) == 0 ? random.nextInt(2) * 9999 : random.nextInt(10_000),
                    random.nextInt(14),
                    random.nextInt(33),
                    random.nextInt(25),
                    random.nextInt(61),
                    random.nextInt(61)));
    if (random.nextBoolean()) {
      text.append('.').append(random.nextInt(1_000_000_000));
    }
    text.append(
        random.nextBoolean()
            ? "Z"
            : "%s%02d:%02d"
                .formatted(
                    random.nextBoolean() ? "+" : "-", random.nextInt(20), random.nextInt(61)));
    if (random.nextInt(4) == 0) {
      int at = random.nextInt(text.length());
      char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      text.replace(at, at + random.nextInt(2), random.nextBoolean() ? "" : String.valueOf(other));
    }
    return text.toString();
  }
}
