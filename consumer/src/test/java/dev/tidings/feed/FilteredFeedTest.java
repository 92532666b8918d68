package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.About;
import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FilteredFeedTest {

  private final Feed feed = new Feed("log", 0, pair -> Set.of());

  @BeforeEach
  void tell() {
    tell(0, Reason.UPDATE, 5, update("visit").visit("IRN", "PAK"));
    tell(3, Reason.UPDATE, 2, update("strike").mode(Mode.STRIKE, "IRN", "PAK"));
    tell(4, Reason.UPDATE, 9, update("old").visit("IRN", "IND"));
    tell(7, Reason.UPDATE, 6, update("praise").mode(Mode.PRAISE, "IRN", "PAK").concerning("ISR"));
    tell(8, Reason.UPDATE, 6, update("claim").mode(Mode.THREAT, "FRA", "USA").claimedBy("FRA"));
    tell(9, Reason.CORRECTION, 9, update("strike").mode(Mode.STRIKE, "IRN", "PAK").version(2));
    tell(10, Reason.KILL, 5, update("visit").visit("IRN", "PAK").version(2));
    tell(11, Reason.UPDATE, 6, between("arrest").sectors("COP", "CVL"));
    tell(12, Reason.UPDATE, 6, between("robbery").sectors("CRM", ""));
    tell(13, Reason.UPDATE, 6, between("patrol").sectors("MIL", ""));
    tell(14, Reason.UPDATE, 6, between("newer").sectors("XYZ", ""));
    tell(15, Reason.CORRECTION, 6, between("arrest").version(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                          | 0 3 4 7 8 9 10 11 12 13 14 15",
        "party=PAK                 | 0 3 7 9 10",
        "party=IND,USA             | 4 8",
        "pair=IRN-PAK              | 0 3 7 9 10",
        "pair=USA-FRA              | 8",
        "kind=incident             | 3 9 11 12 13 14 15",
        "reason=kill               | 10",
        "standing=claimed          | 8",
        "concerning=ISR            | 7",
        "background=false          | 0 3 7 8 9 10 11 12 13 14 15",
        "minUrgency=2              | 3 9",
        "mute=PAK                  | 0 3 4 7 8 9 10 11 12 13 14 15",
        "mute=IRN,PAK              | 4 8 11 12 13 14 15",
        "mute=IRN-PAK,FRA-USA      | 4 11 12 13 14 15",
        "mute=visit                | 3 7 8 9 11 12 13 14 15",
        "party=IRN kind=visit      | 0 4 10",
        "reason=update kind=visit  | 0 4 10",
        "minUrgency=5 mute=incident| 0 10",
        "sector=COP                | 11 15",
        "sector=COP,CRM            | 11 12 15",
        "sector=CVL pair=ESP-PRT   | 11 15",
        "sector=state              | 0 3 4 7 8 9 10 13 15",
        "sector=state,CRM          | 0 3 4 7 8 9 10 12 13 15",
        "sector=MIL                | 13",
        "sector=GOV                | 0 3 4 7 8 9 10 12 13 14 15",
        "mute=CRM                  | 0 3 4 7 8 9 10 11 13 14 15",
        "mute=state                | 11 12 14 15",
        "mute=COP,CRM party=ESP    | 13 14 15",
      })
  void letsThroughWhatIsAskedForAndWhatRevisesIt(String filter, String expected) {
    Filter asked = filter(filter == null ? "" : filter);

    assertThat(through(asked))
        .containsExactlyElementsOf(
            List.of(expected.split(" ")).stream().map(Long::valueOf).toList());
  }

  @Test
  void letsThroughWhatIsCorroboratedAsNewsAndNotAsARevision() {
    tell(20, Reason.UPDATE, 9, update("coded").mode(Mode.STRIKE, "DEU", "ESP"));
    tell(21, Reason.CORROBORATED, 2, update("coded").mode(Mode.STRIKE, "DEU", "ESP"));

    assertThat(through(filter("party=DEU background=false"))).containsExactly(21L);
    assertThat(through(filter("party=DEU reason=update"))).containsExactly(20L);
    assertThat(through(filter("party=DEU reason=corroborated"))).containsExactly(21L);
  }

  @Test
  void takesASectorThatOnlyANewerProducerKnowsForNoneOfThose() {
    assertThat(through(filter("sector=UNK,CVL pair=ESP-PRT"))).doesNotContain(14L);
    assertThat(through(filter("sector=state pair=ESP-PRT"))).doesNotContain(14L);
  }

  @ParameterizedTest
  @MethodSource("dev.tidings.feed.Capacity#all")
  void mutesASectorByAWordThatIsNoPartyAndNoKind(Capacity sector) {
    assertThat(Party.isKnown(sector.word())).isFalse();
    assertThat(Arrays.stream(Kind.values()).map(Kind::word)).doesNotContain(sector.word());
    assertThat(filter("mute=" + sector.word()).mute().sectors()).containsExactly(sector);
  }

  @Test
  void isWrittenAsTheParametersThatGiveItAgain() {
    Filter asked =
        filter(
            "party=PAK,IRN mute=CRM,visit,IRN-IND,USA minUrgency=4 background=false"
                + " sector=state,COP");

    Filter again = filter(asked.query().replace('&', ' '));

    assertThat(asked.query())
        .isEqualTo(
            "background=false&minUrgency=4&mute=USA,IND-IRN,visit,CRM&party=IRN,PAK"
                + "&sector=COP,state");
    assertThat(again).isEqualTo(asked);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(() -> filter("party=XX kind=tea minUrgency=0 mute=zzz sector=cop"))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(
            "party: unknown party 'XX'",
            "kind: ",
            "minUrgency: ",
            "mute: 'zzz'; expected a party, a pair, a kind or a sector",
            "sector: 'cop' is no sector; expected one of state, GOV, JUD, LEG");
  }

  private static UpdateFixture between(String name) {
    return update(name).mode(Mode.ARREST, "ESP", "PRT");
  }

  private List<Long> through(Filter filter) {
    return IntStream.range(0, feed.size())
        .mapToObj(feed::at)
        .filter(filter::lets)
        .map(Item::seq)
        .toList();
  }

  private void tell(long seq, Reason reason, int urgency, UpdateFixture fixture) {
    RelationshipUpdate update = fixture.get();
    feed.add(
        seq,
        update.versionCreated(),
        new Notification(
            "%032x".formatted(seq),
            update.relationship(),
            reason,
            urgency,
            update.headline(),
            update.occurred(),
            update.versionCreated(),
            About.of(update),
            List.of(),
            1));
  }

  private static Filter filter(String text) {
    Map<String, List<String>> values = new TreeMap<>();
    for (String one : text.isBlank() ? new String[0] : text.strip().split(" ")) {
      String[] parts = one.split("=", 2);
      values.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
    }
    Parameters parameters = new Parameters(values);
    Filter filter = Filter.of(parameters);
    parameters.check();
    return filter;
  }
}
