package dev.tidings.relationship;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.party.Party;
import dev.tidings.summary.Claim;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.UpdateId;
import dev.tidings.wire.SummaryJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More is in force, claimed and answered than a summary lists. */
class LongListsTest {

  private static final LocalDate START = LocalDate.parse("2023-01-01");
  private static final String ROCKET = "\uD83D\uDE80";

  @Test
  void ofThreadsInForceAreTheHundredThatChangedLast() {
    List<StandingThread> inForce = summary(threads(130)).inForce();

    assertThat(inForce)
        .extracting(thread -> thread.thread().id())
        .containsExactlyElementsOf(
            IntStream.range(30, 130).mapToObj("thread/%03d"::formatted).toList());
  }

  @Test
  void ofThreadsInForceAreNotCountedFalselyInWords() {
    assertThat(summary(threads(130)).text().get(0).sentence()).endsWith(", and at least 96 more.");
    assertThat(summary(threads(100)).text().get(0).sentence()).endsWith(", and 96 more.");
  }

  @Test
  void ofClaimsAreTheLatestFifty() {
    List<Claim> claims = summary(claims(60)).claims();

    assertThat(claims).hasSize(50);
    assertThat(claims.get(0).uri()).isEqualTo(uri("claim-59"));
    assertThat(claims.get(49).uri()).isEqualTo(uri("claim-10"));
  }

  @Test
  void ofAnswersAreTheLastTenAndTheStatusIsOfAll() {
    List<RelationshipUpdate> history = new ArrayList<>(claims(1));
    history.add(answer(0, Position.DENIES));
    for (int i = 1; i < 15; i++) {
      history.add(answer(i, Position.CONFIRMS));
    }

    Claim claim = summary(history).claims().get(0);

    assertThat(claim.status()).isEqualTo(ClaimStatus.DISPUTED);
    assertThat(claim.responses())
        .extracting(Claim.Answer::update)
        .containsExactlyElementsOf(
            IntStream.range(5, 15).mapToObj(i -> uri("answer-" + i)).toList());
  }

  @Test
  void ofWhoDeniesAreNotNamedWhereTheirAnswersAreNotListed() {
    List<RelationshipUpdate> history = new ArrayList<>(claims(1));
    history.add(answer(0, Position.DENIES));
    for (int i = 1; i < 15; i++) {
      history.add(answer(i, Position.RETRACTS));
    }

    Summary summary = summary(history);

    assertThat(summary.text().get(1).sentence()).endsWith("; denied.");
  }

  /** Every text as long as it may be, in characters of four bytes. */
  @Test
  void stayWithinOneRecord() {
    Summary summary = summary(longest());

    byte[] json = SummaryJson.write(summary);

    assertThat(json).hasSizeLessThan(1024 * 1024).hasSizeGreaterThan(700 * 1024);
    assertThat(summary.inForce()).hasSizeGreaterThan(8);
    assertThat(summary.ended()).hasSizeGreaterThan(2);
    assertThat(summary.claims()).hasSizeGreaterThan(14);
  }

  private static Summary summary(List<RelationshipUpdate> history) {
    return Histories.state(history)
        .summary(LocalDate.parse("2026-01-01"), Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static List<RelationshipUpdate> threads(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i -> on(update("u" + i), i).thread("thread/%03d".formatted(i), Effect.BEGINS).get())
        .toList();
  }

  private static List<RelationshipUpdate> claims(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> on(update("claim-" + i), i).claimedBy("IRN").get())
        .toList();
  }

  private static RelationshipUpdate answer(int number, Position position) {
    return on(update("answer-" + number), number)
        .mode(Mode.COMMENT, "PAK", "IRN")
        .responds("claim-0", position)
        .get();
  }

  private static UpdateFixture on(UpdateFixture update, int day) {
    return update.occurred(START.plusDays(day).toString());
  }

  private static List<RelationshipUpdate> longest() {
    List<RelationshipUpdate> longest = new ArrayList<>();
    for (int thread = 0; thread < 60; thread++) {
      for (int i = 0; i < 12; i++) {
        boolean ends = i == 11 && thread % 2 == 0;
        longest.add(
            longest("t" + thread + "-" + i, i).toBuilder()
                .thread(longest(thread, i, ends ? Effect.ENDS : Effect.CHANGES))
                .build());
      }
    }
    for (int claim = 0; claim < 50; claim++) {
      longest.add(
          longest("c" + claim, claim).toBuilder()
              .standing(Standing.CLAIMED)
              .attributedTo(new Attribution(new Party("IRN"), rockets(200), rockets(200)))
              .build());
      for (int i = 0; i < 10; i++) {
        longest.add(
            longest("a" + claim + "-" + i, i).toBuilder()
                .responds(new Response(longUri("c" + claim), Position.DENIES))
                .build());
      }
    }
    for (int i = 0; i < 10; i++) {
      RelationshipUpdate killed = longest("k" + i, i);
      longest.add(killed);
      longest.add(
          killed.toBuilder()
              .id(new UpdateId(killed.uri(), 2))
              .pubStatus(PubStatus.CANCELED)
              .edNote(rockets(1_000))
              .build());
    }
    for (Kind kind : Kind.values()) {
      Mode mode =
          List.of(Mode.values()).stream().filter(m -> m.kind() == kind).findFirst().orElseThrow();
      longest.add(longest("m" + kind.word(), 300).toBuilder().mode(mode).build());
    }
    return longest;
  }

  private static RelationshipUpdate longest(String name, int day) {
    return on(update(name).mode(Mode.COMMENT), day).get().toBuilder()
        .id(new UpdateId(longUri(name), 1))
        .headline(rockets(300))
        .concerning(IntStream.range(0, 10).mapToObj(i -> new Party("NATO")).toList())
        .build();
  }

  private static Contribution longest(int thread, int move, Effect effect) {
    String id = "t%02d".formatted(thread) + "x".repeat(97);
    String terms = move + rockets(300 - String.valueOf(move).length());
    return new Contribution(
        new ThreadId(id), effect, terms, EdtfDate.parse("2024-01-16?/2099-01-18?"));
  }

  private static String longUri(String name) {
    return "u:" + name + rockets(255 - 2 - name.length());
  }

  private static String rockets(int number) {
    return ROCKET.repeat(number);
  }
}
