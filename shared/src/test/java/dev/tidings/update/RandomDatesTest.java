package dev.tidings.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RandomDatesTest {

  private static final String CHARACTERS = "0123456789012345XX--/?~%. ";

  @Test
  void everyDayIsReadAsItself() {
    LocalDate day = LocalDate.of(1896, 1, 1);
    while (day.getYear() < 1905) {
      EdtfDate date = EdtfDate.parse(day.toString());

      assertThat(date.earliest()).isEqualTo(day).isEqualTo(date.latest());
      day = day.plusDays(1);
    }
  }

  @Test
  void whatIsReadIsWrittenTheSameAndIsInOrder() {
    Random random = new Random(20240116);
    for (int i = 0; i < 5_000; i++) {
      String text = random.nextInt(3) > 0 ? date(random) : date(random) + "/" + end(random);
      EdtfDate date = parse(text);
      if (date != null) {
        isSound(date, text);
      }
    }
  }

  @Test
  void garbageIsRefusedInOneWayOnly() {
    Random random = new Random(19470822);
    for (int i = 0; i < 30_000; i++) {
      String text = garbage(random);
      EdtfDate date = parse(text);
      if (date != null) {
        isSound(date, text);
      }
    }
  }

  private static void isSound(EdtfDate date, String text) {
    assertThat(date).hasToString(text).isEqualTo(EdtfDate.parse(date.toString()));
    assertThat(date.earliest()).isBeforeOrEqualTo(date.latestStart());
    assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
    assertThat(date.earliest().getYear()).isBetween(1, 9999);
    assertThat(date.isOpen()).isEqualTo(text.endsWith("/.."));
    assertThat(date.inWords()).isNotBlank().doesNotContain("null", "X");
  }

  /** Any other exception than this one fails the test. */
  private static @Nullable EdtfDate parse(String text) {
    try {
      return EdtfDate.parse(text);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).matches("'\\P{Cc}*'(; expected| has| is not| ends) .+");
      return null;
    }
  }

  private static String date(Random random) {
    String day =
        "%04d-%02d-%02d"
            .formatted(number(random, 1, 9999), number(random, 1, 12), number(random, 1, 31));
    String form =
        switch (random.nextInt(8)) {
          case 0 -> day.substring(0, 4);
          case 1 -> day.substring(0, 7);
          case 2 -> day.substring(0, 3) + "X";
          case 3 -> day.substring(0, 2) + "XX";
          case 4 -> day.substring(0, 7) + "-XX";
          case 5 -> day.substring(0, 4) + "-" + number(random, 20, 25);
          default -> day;
        };
    return form + new String[] {"", "", "?", "~", "%"}[random.nextInt(5)];
  }

  private static String end(Random random) {
    return random.nextInt(4) == 0 ? ".." : date(random);
  }

  private static int number(Random random, int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  private static String garbage(Random random) {
    int length = random.nextInt(12);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
