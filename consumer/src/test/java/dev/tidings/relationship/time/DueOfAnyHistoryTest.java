package dev.tidings.relationship.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.relationship.Histories;
import dev.tidings.relationship.NaiveFold;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.news.NewsDesk;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random histories, to the end of which the worker adds all that time has changed. */
class DueOfAnyHistoryTest {

  private static final int HISTORIES = 1_000;

  /** After every embargo and every {@code until} of them. */
  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  @Test
  void comesToAnEndEachRecordLaterThanTheOneBefore() {
    RandomHistories random = new RandomHistories(1_955);
    int said = 0;
    for (int i = 0; i < HISTORIES; i++) {
      RelationshipState state = Histories.state(random.next(1, 14));

      List<RelationshipUpdate> due = sayAllThatIsDue(state);

      assertThat(due).isSortedAccordingTo(NextDue.EARLIEST_FIRST);
      assertThat(due).extracting(RelationshipUpdate::versionCreated).doesNotHaveDuplicates();
      said += due.size();
    }
    assertThat(said).isGreaterThan(60);
  }

  @Test
  void leavesNothingHeldBackAndNothingInForceThatIsOver() {
    RandomHistories random = new RandomHistories(1_956);
    for (int i = 0; i < HISTORIES; i++) {
      RelationshipState state = Histories.state(random.next(1, 14));
      sayAllThatIsDue(state);
      if (state.isKnown()) {
        Summary now = state.summary();
        Summary later = state.summary(now.asOf(), END);

        assertThat(now.recent()).isEqualTo(later.recent());
        assertThat(now.inForce()).isEqualTo(later.inForce());
        assertThat(now.inForce())
            .extracting(StandingThread::until)
            .allMatch(until -> until == null || !until.latest().isBefore(LocalDate.of(2100, 1, 1)));
      }
    }
  }

  @Test
  void isSaidInBytesThatDoNotDependOnTheOrder() {
    RandomHistories random = new RandomHistories(1_957);
    for (int i = 0; i < HISTORIES; i++) {
      List<RelationshipUpdate> history = random.next(1, 14);
      RelationshipState state = Histories.state(history);
      RelationshipState other = Histories.state(random.shuffledAndRepeated(history));

      assertThat(sayAllThatIsDue(other)).isEqualTo(sayAllThatIsDue(state));
      assertThat(other.isKnown()).isEqualTo(state.isKnown());
      if (state.isKnown()) {
        assertThat(Histories.json(other.summary())).isEqualTo(Histories.json(state.summary()));
      }
    }
  }

  @Test
  void lapsesAreToldOnceAndWhenTheNaiveFoldSeesThem() {
    RandomHistories random = new RandomHistories(1_958);
    Set<String> ids = new HashSet<>();
    int lapses = 0;
    for (int i = 0; i < HISTORIES; i++) {
      NewsDesk desk = new NewsDesk();
      List<RelationshipUpdate> log = new ArrayList<>();
      ids.clear();
      for (RelationshipUpdate update : random.next(1, 14)) {
        lapses += lapsesOf(update, desk, log, ids);
        RelationshipUpdate due = desk.state().nextDue().orElse(update);
        lapses += random.oneIn(3) ? lapsesOf(due, desk, log, ids) : 0;
      }
    }
    assertThat(lapses).isGreaterThan(15);
  }

  private static int lapsesOf(
      RelationshipUpdate update, NewsDesk desk, List<RelationshipUpdate> log, Set<String> ids) {
    Map<String, String> before = naiveThreads(desk.state(), log);
    LocalDate day = desk.state().isKnown() ? desk.state().summary().asOf() : LocalDate.MAX;
    log.add(update);
    List<Notification> told =
        desk.publish(update).stream().filter(n -> n.reason() == Reason.LAPSE).toList();
    Map<String, String> after = naiveThreads(desk.state(), log);
    List<String> expected =
        after.entrySet().stream()
            .filter(thread -> thread.getValue().startsWith("lapsed"))
            .filter(thread -> before.getOrDefault(thread.getKey(), "").matches("(in-f|susp).*"))
            .map(thread -> thread.getValue().replaceFirst(".* until ", ""))
            .filter(until -> !EdtfDate.parse(until).latest().isBefore(day))
            .toList();

    assertThat(told).extracting(n -> n.occurred().toString()).isEqualTo(expected);
    told.forEach(lapse -> assertThat(ids.add(lapse.id())).as(lapse.toString()).isTrue());
    return told.size();
  }

  /** How each thread stands, in the words of the fold that was written apart. */
  private static Map<String, String> naiveThreads(
      RelationshipState state, List<RelationshipUpdate> log) {
    Map<String, String> threads = new TreeMap<>();
    if (state.isKnown()) {
      Summary summary = state.summary();
      new NaiveFold(log, summary.asOf(), summary.knownAt())
          .facts()
          .forEach(
              (name, fact) -> {
                if (name.startsWith("thread/")) {
                  threads.put(name, fact);
                }
              });
    }
    return threads;
  }

  private static List<RelationshipUpdate> sayAllThatIsDue(RelationshipState state) {
    List<RelationshipUpdate> said = new ArrayList<>();
    while (state.nextDue().isPresent()) {
      RelationshipUpdate due = state.nextDue().orElseThrow();
      said.add(due);
      assertThat(state.add(due)).isNotEmpty();
    }
    return said;
  }
}
