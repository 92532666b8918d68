package dev.tidings.update;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateWithDefaultsTest {

  @Test
  void isUsableConfirmedAndInEnglish() {
    RelationshipUpdate update = update("a").get();

    assertThat(update.pubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(update.standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(update.language()).isEqualTo("en");
    assertThat(update.version()).isOne();
  }

  @Test
  void hasItsModesUrgencyUnlessItStatesOne() {
    RelationshipUpdate strike = update("a").mode(Mode.STRIKE).get();

    assertThat(strike.urgencyOrDefault()).isEqualTo(2);
    assertThat(strike.toBuilder().urgency(7).build().urgencyOrDefault()).isEqualTo(7);
  }

  @Test
  void movesItsModesThreadUnlessItNamesOne() {
    RelationshipUpdate closes = update("a").mode(Mode.CLOSES).get();
    RelationshipUpdate named =
        update("b")
            .mode(Mode.CLOSES)
            .thread("border/pilgrims", Effect.ENDS, "closed for good")
            .get();

    assertThat(closes.contribution())
        .contains(new Contribution(new ThreadId("border"), Effect.SUSPENDS, null, null));
    assertThat(named.contribution())
        .contains(
            new Contribution(
                new ThreadId("border/pilgrims"), Effect.ENDS, "closed for good", null));
    assertThat(update("c").mode(Mode.STRIKE).get().contribution()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-17T12:00:00Z, 2024-01-17T12:00:00Z",
    "2024-01-16T12:00:00Z, 2024-01-17T00:00:00Z",
  })
  void isVisibleFromItsIssueOrTheEndOfItsEmbargo(String embargo, String visible) {
    RelationshipUpdate update =
        update("a").issued("2024-01-17T00:00:00Z").embargoedUntil(embargo).get();

    assertThat(update.visibleFrom()).isEqualTo(visible);
  }

  @Test
  void withoutAnEmbargoIsVisibleFromItsIssue() {
    assertThat(update("a").issued("2024-01-17T00:00:00Z").get().visibleFrom())
        .isEqualTo("2024-01-17T00:00:00Z");
  }

  @Test
  void holdsItsSourcesOnceAndInOrder() {
    Source irna = new Source("IRNA", "https://irna.example/1", null);
    Source other = new Source("IRNA", null, null);
    RelationshipUpdate update =
        update("a").from(irna, new Source("APP", null, null), irna, other).get();

    assertThat(update.sources()).containsExactly(new Source("APP", null, null), other, irna);
  }

  @Test
  void countsOutletsOfOneFamilyAsOneSource() {
    assertThat(new Source("Dawn News", null, "Dawn").independentOf())
        .isEqualTo(new Source("dawn ", null, null).independentOf())
        .isEqualTo("dawn");
  }

  @Test
  void countsOneNameInComposedAndInDecomposedLettersAsOneSource() {
    assertThat(new Source("Le Te\u0301moin", null, null).independentOf())
        .isEqualTo(new Source("Le T\u00E9moin", null, null).independentOf());
  }

  @Test
  void republishedSaysTheSame() {
    RelationshipUpdate update = update("a").by("IRNA").get();
    Instant later = update.versionCreated().plusSeconds(60);

    RelationshipUpdate again = update.republished(later, List.of());

    assertThat(again.versionCreated()).isEqualTo(later);
    assertThat(again.sources()).isEmpty();
    assertThat(
            again.toBuilder()
                .versionCreated(update.versionCreated())
                .sources(update.sources())
                .build())
        .isEqualTo(update);
  }
}
