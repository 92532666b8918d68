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
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                          | 0 3 4 7 8 9 10",
        "party=PAK                 | 0 3 7 9 10",
        "party=IND,USA             | 4 8",
        "pair=IRN-PAK              | 0 3 7 9 10",
        "pair=USA-FRA              | 8",
        "kind=incident             | 3 9",
        "reason=kill               | 10",
        "standing=claimed          | 8",
        "concerning=ISR            | 7",
        "background=false          | 0 3 7 8 9 10",
        "minUrgency=2              | 3 9",
        "mute=PAK                  | 0 3 4 7 8 9 10",
        "mute=IRN,PAK              | 4 8",
        "mute=IRN-PAK,FRA-USA      | 4",
        "mute=visit                | 3 7 8 9",
        "party=IRN kind=visit      | 0 4 10",
        "reason=update kind=visit  | 0 4 10",
        "minUrgency=5 mute=incident| 0 10",
      })
  void letsThroughWhatIsAskedForAndWhatRevisesIt(String filter, String expected) {
    Filter asked = filter(filter == null ? "" : filter);

    assertThat(through(asked))
        .containsExactlyElementsOf(
            List.of(expected.split(" ")).stream().map(Long::valueOf).toList());
  }

  @Test
  void letsThroughWhatIsCorroboratedAsNewsAndNotAsARevision() {
    tell(11, Reason.UPDATE, 9, update("coded").mode(Mode.STRIKE, "DEU", "ESP"));
    tell(12, Reason.CORROBORATED, 2, update("coded").mode(Mode.STRIKE, "DEU", "ESP"));

    assertThat(through(filter("party=DEU background=false"))).containsExactly(12L);
    assertThat(through(filter("party=DEU reason=update"))).containsExactly(11L);
    assertThat(through(filter("party=DEU reason=corroborated"))).containsExactly(12L);
  }

  @Test
  void isWrittenAsTheParametersThatGiveItAgain() {
    Filter asked = filter("party=PAK,IRN mute=visit,IRN-IND,USA minUrgency=4 background=false");

    Filter again = filter(asked.query().replace('&', ' '));

    assertThat(asked.query())
        .isEqualTo("background=false&minUrgency=4&mute=USA,IND-IRN,visit&party=IRN,PAK");
    assertThat(again).isEqualTo(asked);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    assertThatThrownBy(() -> filter("party=XX kind=tea minUrgency=0 mute=zzz"))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll("party: unknown party 'XX'", "kind: ", "minUrgency: ", "mute: ");
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
