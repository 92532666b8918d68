package dev.tidings.relationship.thread;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.Histories;
import dev.tidings.relationship.NaiveFold;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.summary.TimeInForce;
import dev.tidings.update.Contribution;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conflicts, sanctions, severed ties and agreements held for a time. */
class TimeInForceTest {

  private static final Instant LATER = Instant.parse("2099-12-31T00:00:00Z");
  private static final int HISTORIES = 60;
  private static final List<String> TOLD = List.of("conflict/2024-01", "sanctions", "ties");

  @Test
  void isToldFromTheFirstDayToTheLast() {
    assertThat(
            told(
                "1947-08-14",
                "2026-11-23",
                update("treaty")
                    .threadUntil("pact/cento", Effect.BEGINS, "1979")
                    .occurred("1955-02-24"),
                thread("strike", "2024-01-16", "conflict/2024-01", Effect.BEGINS),
                thread("calm", "2024-01-19", "conflict/2024-01", Effect.ENDS),
                thread("pipeline", "2010-03", "agreement/gas-pipeline", Effect.BEGINS)))
        .containsExactly(
            "pact/cento 1955-02-24 1979-12-31",
            "agreement/gas-pipeline 2010-03-01 -",
            "conflict/2024-01 2024-01-16 2024-01-18");
  }

  @Test
  void isToldInParts() {
    assertThat(
            told(
                "2001-01-01",
                "2020-12-31",
                thread("imposed", "2000-05-01", "sanctions", Effect.BEGINS),
                thread("widened", "2003-05-01", "sanctions", Effect.CHANGES),
                thread("paused", "2005-05-01", "sanctions", Effect.SUSPENDS),
                thread("again", "2006-05-01", "sanctions", Effect.RESUMES),
                thread("lifted", "2010-05-01", "sanctions", Effect.ENDS),
                thread("anew", "2021-05-01", "sanctions", Effect.BEGINS)))
        .containsExactly("sanctions 2000-05-01 2005-04-30", "sanctions 2006-05-01 2010-04-30");
  }

  @Test
  void isOfTiesToldWhileTheyAreSevered() {
    assertThat(
            told(
                "1947-01-01",
                "2026-11-23",
                thread("recognised", "1947-08-22", "ties", Effect.BEGINS),
                thread("severed", "2016-01-03", "ties", Effect.ENDS),
                thread("restored", "2023-03-10", "ties", Effect.BEGINS)))
        .containsExactly("ties 2016-01-03 2023-03-09");
  }

  @Test
  void isNotToldOfWhatIsLessGrave() {
    assertThat(
            told(
                "2020-01-01",
                "2026-11-23",
                thread("opens", "2021-05-01", "border/pilgrims", Effect.BEGINS),
                thread("back", "2021-05-02", "ambassadors", Effect.BEGINS)))
        .isEmpty();
  }

  @Test
  void isNotToldWhereItReachesNotIntoTheDays() {
    UpdateFixture[] treaty = {
      thread("treaty", "1955-02-24", "pact/cento", Effect.BEGINS),
      thread("end", "1979-03-12", "pact/cento", Effect.ENDS)
    };

    assertThat(told("1979-03-12", "2026-11-23", treaty)).isEmpty();
    assertThat(told("1979-03-11", "2026-11-23", treaty))
        .containsExactly("pact/cento 1955-02-24 1979-03-11");
    assertThat(told("1947-08-14", "1955-02-23", treaty)).isEmpty();
    assertThat(told("1947-08-14", "1955-02-24", treaty)).containsExactly("pact/cento 1955-02-24 -");
  }

  @Test
  void isOfAClaimToldOnceItIsConfirmed() {
    UpdateFixture[] claimed = {
      thread("claim", "2024-01-16", "conflict/2024-01", Effect.BEGINS).claimedBy("IRN"),
      update("yes")
          .mode(Mode.COMMENT, "PAK", "IRN")
          .responds("claim", Position.CONFIRMS)
          .occurred("2024-03-10")
    };

    assertThat(told("2024-01-01", "2024-03-09", claimed)).isEmpty();
    assertThat(told("2024-01-01", "2024-03-10", claimed))
        .containsExactly("conflict/2024-01 2024-01-16 -");
  }

  @Test
  void isToldOfTheHundredGravest() {
    List<UpdateFixture> updates =
        new ArrayList<>(
            IntStream.range(0, 150)
                .mapToObj(i -> thread("a" + i, "" + (1850 + i), "agreement/a" + i, Effect.BEGINS))
                .toList());
    updates.add(thread("war", "1801", "conflict/1801", Effect.BEGINS));

    List<String> told = told("1700-01-01", "2026-11-23", updates.toArray(UpdateFixture[]::new));

    assertThat(told)
        .hasSize(100)
        .startsWith("conflict/1801 1801-01-01 -", "agreement/a51 1901-01-01 -")
        .endsWith("agreement/a149 1999-01-01 -");
  }

  @Test
  void isOnEachDayWhatTheNaiveFoldFindsInForce() {
    RandomHistories random = new RandomHistories(1_988);
    List<String> different = new ArrayList<>();
    int inForce = 0;

    for (int i = 0; i < HISTORIES; i++) {
      // What a claim moves depends on the day on which one asks.
      List<RelationshipUpdate> history =
          random.next(8, 24).stream().filter(u -> u.standing() != Standing.CLAIMED).toList();
      Instant knownAt = Instant.parse("2100-01-01T00:00:00Z");
      LocalDate to = LocalDate.parse("2045-06-30");
      List<TimeInForce> times =
          Histories.state(history).climate(LocalDate.parse("0001-01-01"), to, 2, knownAt).inForce();
      for (LocalDate day : daysThatMatter(history, to)) {
        NaiveFold naive = new NaiveFold(history, day, knownAt);
        for (String thread : TOLD) {
          String stand = naive.facts().getOrDefault("thread/" + thread, "");
          boolean expected = stand.startsWith(thread.equals("ties") ? "ended" : "in-force");
          inForce += expected ? 1 : 0;
          if (expected != isOn(times, new ThreadId(thread), day)) {
            different.add(thread + " on " + day + ": " + stand + "; told are " + times);
          }
        }
      }
    }

    assertThat(different).isEmpty();
    assertThat(inForce).isGreaterThan(HISTORIES);
  }

  private static boolean isOn(List<TimeInForce> times, ThreadId thread, LocalDate day) {
    return times.stream()
            .filter(time -> time.thread().equals(thread))
            .filter(time -> !day.isBefore(time.from()))
            .filter(time -> time.to() == null || !day.isAfter(time.to()))
            .count()
        == 1;
  }

  /** Those on which something begins or its time has passed, and those before them. */
  private static Set<LocalDate> daysThatMatter(List<RelationshipUpdate> history, LocalDate to) {
    Set<LocalDate> days = new TreeSet<>(Set.of(to));
    for (RelationshipUpdate update : history) {
      days.add(update.occurred().earliest());
      Contribution thread = update.thread();
      if (thread != null && thread.until() != null && !thread.until().isOpen()) {
        days.add(thread.until().latest());
        days.add(thread.until().latest().plusDays(1));
      }
    }
    List<LocalDate> before = days.stream().map(day -> day.minusDays(1)).toList();
    days.addAll(before);
    days.removeIf(day -> day.isAfter(to) || day.getYear() < 1);
    return days;
  }

  private static UpdateFixture thread(String name, String day, String thread, Effect effect) {
    return update(name).thread(thread, effect).occurred(day);
  }

  private static List<String> told(String from, String to, UpdateFixture... updates) {
    return Histories.state(updates)
        .climate(LocalDate.parse(from), LocalDate.parse(to), 2, LATER)
        .inForce()
        .stream()
        .map(
            time -> time.thread() + " " + time.from() + " " + (time.to() == null ? "-" : time.to()))
        .toList();
  }
}
