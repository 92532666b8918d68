package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.wire.UnreadableRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody asks a relationship something that takes very long. */
class ArchiveAskedMeanwhileTest {

  private static final Relationship PAIR = Relationship.parse("IRN-PAK");
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Archive archive = new Archive(new UnreadableRecords());
  private final CountDownLatch asking = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private CompletableFuture<Integer> slow;

  @BeforeEach
  void ask() throws InterruptedException {
    archive.add(update("first").get());
    slow = CompletableFuture.supplyAsync(() -> archive.ask(PAIR, this::slowly).orElse(0));
    asking.await();
  }

  @AfterEach
  void answer() {
    end.countDown();
  }

  @Test
  void newsComesInMeanwhile() {
    CompletableFuture<Void> added =
        CompletableFuture.runAsync(() -> archive.add(update("second").get()));

    assertThat(added).succeedsWithin(SOON);
    assertThat(archive.summary(PAIR).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void othersAreAnsweredMeanwhile() {
    assertThat(
            CompletableFuture.supplyAsync(
                () ->
                    archive.summary(
                        PAIR,
                        LocalDate.parse("2024-02-01"),
                        Instant.parse("2024-02-01T00:00:00Z"))))
        .succeedsWithin(SOON);
  }

  @Test
  void itAnswersOfWhatStoodWhenItWasAsked() {
    assertThat(CompletableFuture.runAsync(() -> archive.add(update("second").get())))
        .succeedsWithin(SOON);
    end.countDown();

    assertThat(slow).succeedsWithin(SOON).isEqualTo(1);
  }

  private int slowly(RelationshipState state) {
    asking.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return state.revision();
  }
}
