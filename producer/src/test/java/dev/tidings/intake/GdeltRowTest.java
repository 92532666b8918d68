package dev.tidings.intake;

import static dev.tidings.intake.Lines.gdelt;
import static dev.tidings.intake.Lines.outcome;
import static dev.tidings.intake.Lines.problems;
import static dev.tidings.intake.Lines.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.Doubt;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Source;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row of GDELT, of any of its three widths. */
class GdeltRowTest {

  private static final String ARTICLE = "https://www.News.example/2018/visit?id=1";

  @Test
  void of57ColumnsHasNoArticle() {
    RelationshipUpdate update =
        update(Format.GDELT, gdelt("20130101", "IRN", "042", "PAK", "20130203"));

    assertThat(update.versionCreated()).isEqualTo(Instant.parse("2013-02-03T23:59:59Z"));
    assertThat(update.occurred()).hasToString("2013-01-01");
    assertThat(update.sources()).containsExactly(coded("GDELT", null));
  }

  @Test
  void of58ColumnsIsIssuedAtTheEndOfItsDay() {
    RelationshipUpdate update =
        update(Format.GDELT, gdelt("20180101", "IRN", "042", "PAK", "20180102", ARTICLE));

    assertThat(update.versionCreated()).isEqualTo(Instant.parse("2018-01-02T23:59:59Z"));
    assertThat(update.sources()).containsExactly(coded("news.example", ARTICLE));
  }

  @Test
  void of61ColumnsIsIssuedAtItsInstant() {
    RelationshipUpdate update =
        update(Format.GDELT, gdelt("20180101", "IRN", "042", "PAK", "20180102031500", ARTICLE));

    assertThat(update.versionCreated()).isEqualTo(Instant.parse("2018-01-02T03:15:00Z"));
    assertThat(update.sources()).containsExactly(coded("news.example", ARTICLE));
  }

  @Test
  void ofAnotherWidthIsRefused() {
    assertThat(problems(Format.GDELT, String.join("\t", Lines.filled(60)) + "x"))
        .containsExactly("60 columns; expected 57, 58 or 61, tab separated");
  }

  @Test
  void tellsAllThatIsWrongWithIt() {
    String line = gdelt("20180231", "IRN", "999", "PAK", "2018x102", ARTICLE);

    assertThat(problems(Format.GDELT, line))
        .containsExactly(
            "SQLDATE: '20180231'; expected a day, as in 20181031",
            "EventCode: unknown code '999'; expected one of CAMEO, as in 042",
            "DATEADDED: '2018x102'; expected a day, as in 20181031");
  }

  @ParameterizedTest
  @CsvSource({
    "ROM, '', '', ROU", // CAMEO's own code for Romania
    "GZS, '', '', PSE",
    "WBG, '', '', PSE", // among countries it is the West Bank and Gaza
    "UVK, '', '', XKX",
    "'', UNO, '', UNO",
    "'', NAT, '', NATO",
    "IRN, UNO, '', IRN", // a country before a group
    "'', '', IRN, IRN", // GDELT leaves the country out of some actors that are nothing but one
    "EUR, EEC, '', EU" // a region is no country
  })
  void findsTheParty(String country, String group, String actor, String party) {
    String[] cells = gdelt("20180101", "", "111", "PAK", "20180102", ARTICLE).split("\t", -1);
    cells[5] = actor;
    cells[7] = country;
    cells[8] = group;

    RelationshipUpdate update = update(Format.GDELT, String.join("\t", cells));

    assertThat(update.actor()).isEqualTo(new Party(party));
  }

  @ParameterizedTest
  @CsvSource({
    "WBK, ''", // the West Bank is WSB; as a group WBK is the World Bank
    "EUR, ''",
    "'', PAKGOV", // an actor code that is more than a country
    "UNO, ''" // a group is no country
  })
  void findsNoPartyRatherThanGuess(String country, String actor) {
    String[] cells = gdelt("20180101", "", "111", "IRN", "20180102", ARTICLE).split("\t", -1);
    cells[5] = actor;
    cells[7] = country;

    Outcome outcome = outcome(Format.GDELT, String.join("\t", cells));

    assertThat(outcome).isEqualTo(Outcome.LeftOut.NO_PARTY);
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.example.com, example.com, true",
    "https://user:secret@example.com/a, example.com, false", // no passwords on a topic
    "http://news.example.com:8080/a|b c, news.example.com, false", // no URI
    "BBC Monitoring, GDELT, false",
    "'', GDELT, false"
  })
  void namesTheArticlesDomain(String article, String name, boolean linked) {
    RelationshipUpdate update =
        update(Format.GDELT, gdelt("20180101", "IRN", "042", "PAK", "20180102", article));

    assertThat(update.sources()).containsExactly(coded(name, linked ? article : null));
  }

  @Test
  void leavesOutAnAddressThatIsNoPlainText() {
    String article = "http://example.com/\u202Etxt.exe";

    RelationshipUpdate update =
        update(Format.GDELT, gdelt("20180101", "IRN", "042", "PAK", "20180102", article));

    assertThat(update.sources()).containsExactly(coded("example.com", null));
  }

  @Test
  void leavesOutAnAddressThatIsTooLong() {
    char[] path = new char[2_000];
    Arrays.fill(path, 'a');
    String article = "http://example.com/" + new String(path);

    RelationshipUpdate update =
        update(Format.GDELT, gdelt("20180101", "IRN", "042", "PAK", "20180102", article));

    assertThat(update.sources()).containsExactly(coded("example.com", null));
  }

  /** Of a row that names two countries and says no more of them. */
  private static Source coded(String name, @Nullable String uri) {
    return new Source(name, uri, null, List.of(Doubt.MACHINE_CODED, Doubt.UNTYPED_ACTOR));
  }
}
