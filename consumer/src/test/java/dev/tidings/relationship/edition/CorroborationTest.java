package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Source;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many independent sources are behind an update. */
class CorroborationTest {

  private static final Source DAWN = new Source("Dawn", null, "dawn-media");
  private static final Source DAWN_NEWS = new Source("Dawn News TV", null, "Dawn-Media ");
  private static final Source IRNA = new Source("IRNA", null, null);
  private static final Source IRNA_ENGLISH = new Source("irna", "https://irna.example/en", null);
  private static final Source GEO = new Source("Geo", null, null);

  @Test
  void isNoneWithoutSources() {
    int independent = corroboration();

    assertThat(independent).isZero();
  }

  @ParameterizedTest
  @MethodSource
  void countsFamilies(int expected, Source one, Source other) {
    int independent = corroboration(one, other);

    assertThat(independent).isEqualTo(expected);
  }

  static Stream<Arguments> countsFamilies() {
    return Stream.of(
        Arguments.of(2, DAWN, IRNA),
        Arguments.of(2, GEO, IRNA),
        Arguments.of(1, DAWN, DAWN_NEWS),
        Arguments.of(1, IRNA, IRNA_ENGLISH));
  }

  @Test
  void ofTwoOutletsOfOneFamilyInTwoReportsIsOne() {
    int independent =
        asOf("2024-02-01", update("a").from(DAWN), update("a").from(DAWN_NEWS))
            .recent()
            .get(0)
            .corroboration();

    assertThat(independent).isEqualTo(1);
  }

  private static int corroboration(Source... sources) {
    return asOf("2024-02-01", update("a").from(sources)).recent().get(0).corroboration();
  }
}
