package dev.tidings.relationship;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.notification.Notification.Change;
import dev.tidings.summary.Sentence;
import dev.tidings.update.Effect;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What would become of a summary, were one more update published. */
class PreviewTest {

  private static final int HISTORIES = 1_200;
  private static final LocalDate TODAY = LocalDate.parse("2024-02-10");
  private static final Instant NOW = Instant.parse("2024-02-10T12:00:00Z");

  /** New updates, corrections, kills, embargoes, late ones, and one in five a duplicate. */
  @Test
  void isTheSummaryThatAddingItGives() {
    RandomHistories random = new RandomHistories(1_967);
    List<String> different = new ArrayList<>();

    for (int i = 0; i < HISTORIES; i++) {
      List<RelationshipUpdate> history = random.next(1, 14);
      RelationshipUpdate last = history.get(history.size() - 1);
      List<RelationshipUpdate> there =
          random.oneIn(5) ? history : history.subList(0, history.size() - 1);
      RelationshipState state = Histories.state(there);
      RelationshipState added = Histories.state(history);
      for (int question = 0; question < 3; question++) {
        LocalDate day = random.day();
        Instant knownAt = random.instantIn(history);
        String before = Histories.json(state.summary(day, knownAt));
        String preview = Histories.json(state.preview(last, day, knownAt));
        String expected = Histories.json(added.summary(day, knownAt));
        if (!preview.equals(expected)) {
          different.add(preview + "\n  not " + expected + RandomHistories.shown(history));
        }
        if (!Histories.json(state.summary(day, knownAt)).equals(before)) {
          different.add("no longer " + before + RandomHistories.shown(history));
        }
      }
      if (!state.withdrawnWith(last).equals(added.withdrawn())) {
        different.add(state.withdrawnWith(last) + "; expected " + added.withdrawn());
      }
    }

    assertThat(different).isEmpty();
  }

  @Test
  void ofAFirstUpdateHasNothingBefore() {
    Preview preview = preview(update("a").get());

    assertThat(preview.before()).isNull();
    assertThat(preview.after()).isNotNull();
    assertThat(sentences(preview))
        .containsExactly(
            "Too little is known to judge relations by: 1 update of the last two years, before 0.",
            "One update: 1 visit.");
    assertThat(preview.changes())
        .filteredOn(change -> change.path().equals("counts/visit"))
        .extracting(change -> change.before() + " " + change.after())
        .containsExactly("null 1");
  }

  @Test
  void ofAFirstUpdateUnderEmbargoHasNothingAtAll() {
    Preview preview = preview(update("a").embargoedUntil("2024-02-10T12:00:01Z").get());

    assertThat(preview.before()).isNull();
    assertThat(preview.after()).isNull();
    assertThat(preview.changes()).isEmpty();
    assertThat(sentences(preview)).containsExactly("Nothing is different.");
  }

  @Test
  void ofADuplicateChangesNothing() {
    Preview preview = preview(update("a").get(), update("a"));

    assertThat(preview.after()).isEqualTo(preview.before());
    assertThat(preview.changes()).isEmpty();
    assertThat(sentences(preview)).containsExactly("Nothing is different.");
  }

  @Test
  void ofACorrectionNamesIt() {
    Preview preview = preview(update("a").version(2).headline("Right.").get(), update("a"));

    assertThat(preview.text())
        .containsExactly(new Sentence("Corrected: Right.", List.of(uri("a"))));
  }

  @Test
  void ofAKillDoesNotSayWhatItKills() {
    UpdateFixture wrong =
        update("wrong")
            .headline("SECRET visit")
            .thread("agreement/gas", Effect.BEGINS, "SECRET terms");
    UpdateFixture claim = update("claim").headline("SECRET claim").claimedBy("IRN");
    RelationshipState state = Histories.state(wrong, claim, update("other").occurred("2024-01-17"));

    Preview preview = Preview.of(state, kill(wrong), TODAY, NOW);
    Preview ofClaim = Preview.of(state, kill(claim), TODAY, NOW);

    assertThat(json(preview)).doesNotContain("SECRET visit", "SECRET terms").contains("SECRET cl");
    assertThat(json(ofClaim)).doesNotContain("SECRET claim").contains("SECRET visit");
    assertThat(sentences(preview))
        .containsExactly(
            "Relations went from mixed (0.53) to quiet.",
            "No longer in force: agreement (gas).",
            "One update fewer: 1 visit.",
            "Withdrawn: an update.");
    assertThat(sentences(ofClaim)).contains("Withdrawn: an update.");
    assertThat(preview.changes())
        .filteredOn(change -> change.path().equals("inForce/agreement/gas"))
        .extracting(Change::before)
        .containsExactly("in-force since 2024-01-16");
  }

  @Test
  void saysNothingThatWouldBeWithdrawn() {
    RandomHistories random = new RandomHistories(1_979);
    List<String> left = new ArrayList<>();
    int kills = 0;

    for (int i = 0; i < HISTORIES; i++) {
      List<RelationshipUpdate> history = NothingIsLeftOfTheKilledTest.marked(random.next(4, 14));
      RelationshipUpdate last = history.get(history.size() - 1);
      RelationshipState state = Histories.state(history.subList(0, history.size() - 1));
      Preview preview =
          Preview.of(state, last, random.day(), Instant.parse("2100-01-01T00:00:00Z"));
      Set<String> withdrawn = new TreeSet<>(state.withdrawnWith(last).uris());
      kills += state.withdrawn().uris().containsAll(withdrawn) ? 0 : 1;
      withdrawn.stream()
          .filter(of -> json(preview).contains(NothingIsLeftOfTheKilledTest.mark(of)))
          .forEach(of -> left.add(of + " in " + json(preview) + RandomHistories.shown(history)));
    }

    assertThat(left).isEmpty();
    assertThat(kills).isGreaterThan(HISTORIES / 20);
  }

  @Test
  void ofAnUpdateOfAnotherRelationshipIsRefused() {
    RelationshipState state = Histories.state();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.preview(update("a").visit("FRA", "USA").get(), TODAY, NOW))
        .withMessage("update of FRA-USA; expected one of IRN-PAK");
  }

  private static Preview preview(RelationshipUpdate update, UpdateFixture... there) {
    return Preview.of(Histories.state(there), update, TODAY, NOW);
  }

  private static RelationshipUpdate kill(UpdateFixture update) {
    return update.version(2).status(PubStatus.CANCELED).issued("2024-02-10T12:00:00Z").get();
  }

  private static List<String> sentences(Preview preview) {
    return preview.text().stream().map(Sentence::sentence).toList();
  }

  private static String json(Preview preview) {
    return new String(Json.write(preview), StandardCharsets.UTF_8);
  }
}
