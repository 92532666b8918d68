package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.Headlines.Found;
import dev.tidings.feed.Headlines.Question;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story;
import dev.tidings.text.FoldedText;
import dev.tidings.update.Kind;
import dev.tidings.update.PubStatus;
import dev.tidings.wire.UnreadableRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Headlines that were published, corrected, withdrawn and embargoed, looked through by words. */
class HeadlinesTest {

  private static final String EMBARGO = "2024-02-01T00:00:00Z";

  private final Archive archive = new Archive(new UnreadableRecords());

  @Test
  void areFoundByTheBeginningsOfTheirWords() {
    publish(headline("a", "Border opens for Pilgrims"), headline("b", "Border closes"));

    assertThat(found("pilg")).containsExactly("a");
    assertThat(found("BÖRD pil")).containsExactly("a");
    assertThat(found("border")).containsExactly("b", "a");
    assertThat(found("order")).isEmpty();
    assertThat(found("border nothing")).isEmpty();
  }

  @Test
  void areFoundTheLatestIssuedFirstInWhateverOrderTheyCame() {
    List<UpdateFixture> many = new ArrayList<>();
    for (int day = 10; day < 30; day++) {
      many.add(headline("d" + day, "A day").issued("2024-01-%dT00:00:00Z".formatted(day)));
    }
    Collections.shuffle(many, new Random(1));
    many.subList(0, 7).forEach(this::publish);
    found("day");
    many.subList(7, 20).forEach(this::publish);

    assertThat(found("day"))
        .containsExactlyElementsOf(
            IntStream.iterate(29, day -> day >= 10, day -> day - 1)
                .mapToObj(d -> "d" + d)
                .toList());
  }

  @Test
  void areFoundInOneOrderWhenTheyWereIssuedAtOneInstant() {
    publish(headline("b", "A day"), headline("d", "A day").visit("FRA", "USA"));
    publish(headline("a", "A day"), headline("c", "A day").visit("FRA", "USA"));

    assertThat(found("day")).containsExactly("b", "a", "d", "c");
  }

  @Test
  void areFoundNoMoreWhenTheyAreKilled() {
    publish(headline("a", "A secret visit"));
    publish(
        headline("a", "A secret visit")
            .version(2)
            .status(PubStatus.CANCELED)
            .issued("2024-01-18T00:00:00Z"));

    assertThat(found("secret")).isEmpty();
  }

  @Test
  void areFoundNoMoreWhenTheyAreWithheld() {
    publish(headline("a", "A secret visit"));
    publish(
        headline("a", "A secret visit")
            .version(2)
            .status(PubStatus.WITHHELD)
            .issued("2024-01-18T00:00:00Z"));

    assertThat(found("secret")).isEmpty();
  }

  @Test
  void areFoundAsTheyAreCorrected() {
    publish(headline("a", "A wrong visit"), headline("b", "Another visit"));
    publish(headline("a", "A right visit").version(2).issued("2024-01-18T00:00:00Z"));

    assertThat(found("wrong")).isEmpty();
    assertThat(found("right")).containsExactly("a");
    assertThat(found("visit")).containsExactly("a", "b");
  }

  @Test
  void areNotFoundWhenTheyComeAfterTheirCorrection() {
    publish(headline("a", "A right visit").version(2).issued("2024-01-18T00:00:00Z"));
    publish(headline("a", "A wrong visit"));

    assertThat(found("wrong")).isEmpty();
    assertThat(found("visit")).containsExactly("a");
  }

  @Test
  void areNotFoundWhileTheyAreUnderEmbargo() {
    publish(headline("a", "An early word").embargoedUntil(EMBARGO));
    publish(headline("b", "A known word"));
    publish(headline("b", "A better word").version(2).embargoedUntil(EMBARGO));

    assertThat(found("word")).containsExactly("b");
    assertThat(found("early")).isEmpty();
    assertThat(found("better")).isEmpty();
    assertThat(found("known")).containsExactly("b");

    // The log's clock is what ends it.
    publish(headline("c", "Later").issued(EMBARGO));

    assertThat(found("early")).containsExactly("a");
    assertThat(found("better")).containsExactly("b");
    assertThat(found("known")).isEmpty();
  }

  @Test
  void areFoundOnceWhoeverPublishedThem() {
    publish(
        headline("a", "A visit").by("one"),
        headline("a", "A visit").by("other"),
        headline("a", "A visit").by("other"),
        headline("a", "A visit").by("third").issued("2024-01-20T00:00:00Z"));

    assertThat(found("visit")).containsExactly("a");
  }

  @Test
  void areFoundWhereTheyStandThoughWhatWasIssuedEarlierCameLater() {
    publish(headline("b", "A visit").issued("2024-01-18T00:00:00Z"));
    publish(headline("a", "A visit").by("one").issued("2024-01-20T00:00:00Z"));
    assertThat(found("visit")).containsExactly("a", "b");

    publish(headline("a", "A visit").by("other").issued("2024-01-17T00:00:00Z"));

    assertThat(found("visit")).containsExactly("b", "a");
  }

  @Test
  void areFoundAsTheyStandWhenAnEarlierVersionIsPublishedAgain() {
    publish(headline("a", "An old visit").issued("2024-01-16T00:00:00Z"));
    publish(headline("a", "A new visit").version(2).issued("2024-01-18T00:00:00Z"));
    publish(headline("b", "A visit").issued("2024-01-17T00:00:00Z"));

    publish(headline("a", "An old visit").by("other").issued("2024-01-15T00:00:00Z"));

    assertThat(found("old")).isEmpty();
    assertThat(found("visit")).containsExactly("a", "b");
  }

  @Test
  void areFoundInTheRelationshipsAndOfTheKindsThatAreWanted() {
    publish(headline("a", "A visit"), headline("b", "A visit").visit("FRA", "USA"));

    assertThat(
            names(
                archive
                    .headlines()
                    .find(
                        new Question(
                            FoldedText.words("visit"),
                            Relationship.parse("FRA-USA")::equals,
                            update -> true),
                        null,
                        9)))
        .containsExactly("b");
    assertThat(
            names(
                archive
                    .headlines()
                    .find(
                        new Question(
                            FoldedText.words("visit"),
                            pair -> true,
                            update -> update.kind() == Kind.BORDER),
                        null,
                        9)))
        .isEmpty();
  }

  @Test
  void areReadInPages() {
    for (int i = 10; i < 33; i++) {
      publish(headline("u" + i, i % 2 == 0 ? "An even word" : "An odd word"));
    }

    List<String> paged = new ArrayList<>();
    Publication after = null;
    do {
      Found page = archive.headlines().find(question("even"), after, 5);
      assertThat(page.stories()).hasSizeLessThanOrEqualTo(5).isNotEmpty();
      paged.addAll(names(page));
      after = page.next();
    } while (after != null);

    assertThat(paged)
        .containsExactlyElementsOf(
            IntStream.iterate(32, i -> i >= 10, i -> i - 2).mapToObj(i -> "u" + i).toList());
  }

  @Test
  void areNotAllLookedAtForOneAnswer() {
    publish(headline("first", "A word that stands").issued("2024-01-16T00:00:00Z"));
    for (int i = 0; i < Headlines.MOST_LOOKED_AT; i++) {
      publish(
          headline("u" + i, "A word").issued("2024-01-17T00:00:00Z"),
          headline("u" + i, "A word")
              .version(2)
              .status(PubStatus.CANCELED)
              .issued("2024-01-18T00:00:00Z"));
    }

    Found none = archive.headlines().find(question("word"), null, 5);
    assertThat(none.stories()).isEmpty();
    assertThat(none.next()).isNotNull();

    assertThat(names(archive.headlines().find(question("word"), none.next(), 5)))
        .containsExactly("first");
  }

  @Test
  void areFoundWhileMoreAreAdded() {
    CompletableFuture<Void> adding =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 5_000; i++) {
                publish(headline("u" + i, "A word and w" + i).issued(instant(i)));
              }
            });
    int known = 0;
    while (!adding.isDone()) {
      List<String> found = found("word");
      assertThat(found).doesNotHaveDuplicates();
      assertThat(found.size()).isGreaterThanOrEqualTo(known);
      known = found.size();
    }
    adding.join();

    assertThat(found("word")).hasSize(5_000).first().isEqualTo("u4999");
    assertThat(found("w77")).contains("u77", "u770").doesNotContain("u177");
  }

  private static String instant(int second) {
    return Instant.ofEpochSecond(1_700_000_000L + second).toString();
  }

  private void publish(UpdateFixture... updates) {
    for (UpdateFixture update : updates) {
      archive.add(update.get());
    }
  }

  private static UpdateFixture headline(String name, String headline) {
    return update(name).headline(headline);
  }

  private static Question question(String words) {
    return new Question(FoldedText.words(words), pair -> true, update -> true);
  }

  private List<String> found(String words) {
    return names(archive.headlines().find(question(words), null, 10_000));
  }

  private static List<String> names(Found found) {
    return found.stories().stream()
        .map(Story::uri)
        .map(it -> it.substring(uri("").length()))
        .toList();
  }
}
