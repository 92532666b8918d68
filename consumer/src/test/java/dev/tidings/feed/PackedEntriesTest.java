package dev.tidings.feed;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.About;
import dev.tidings.notification.Notification.Change;
import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.NotificationJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A feed of which most entries are so old that they are packed. */
class PackedEntriesTest {

  private static final int MANY = Feed.NEWEST + 1_000;
  private static final Instant TOLD = Instant.parse("2024-03-01T08:30:00.123Z");

  private final Set<String> hidden = new TreeSet<>();
  private final Feed feed = new Feed("log", 0, pair -> hidden);
  private final List<Notification> told = new ArrayList<>();

  @Test
  void sayWhatWasToldAndWhen() {
    tellMany();

    assertThat(IntStream.range(0, MANY).filter(i -> !feed.at(i).said().equals(told.get(i))))
        .isEmpty();
    assertThat(feed.at(0).said()).isNotSameAs(told.get(0));
    assertThat(feed.at(MANY - Feed.NEWEST).said()).isSameAs(told.get(MANY - Feed.NEWEST));
    assertThat(feed.at(3).told()).isEqualTo(TOLD.plusSeconds(3));
    assertThat(feed.at(3).seq()).isEqualTo(6);
  }

  @Test
  void leaveAsTheSameBytes() {
    tellMany();

    assertThat(json(0)).isEqualTo(write(0));
    assertThat(json(MANY - 1)).isEqualTo(write(MANY - 1));
  }

  @Test
  void areFoundByTheirUpdateAndTheirRelationship() {
    tellMany();
    tell(Reason.CORRECTION, named(5).version(2));

    Item correction = feed.at(MANY);
    assertThat(feed.latestOf(Relationship.parse("IRN-PAK"), uri("n5"))).contains(correction);
    assertThat(correction.earlier()).isEqualTo(feed.at(5));
    assertThat(feed.at(5).earlier()).isNull();
    assertThat(correction.earlierOfPair()).isEqualTo(feed.at(MANY - 1));
    assertThat(feed.latestOf(Relationship.parse("IRN-PAK"), uri("n6"))).contains(feed.at(6));
    assertThat(feed.latestOf(Relationship.parse("IND-PAK"), uri("n6"))).isEmpty();
    assertThat(feed.latestOf(Relationship.parse("IRN-PAK"), uri("nothing"))).isEmpty();
  }

  @Test
  void areFoundByTheirUpdateThoughAnotherOneHasTheSameHash() {
    List<String> same = twoWithTheSameHash();
    tell(Reason.UPDATE, update(same.get(0)).visit("IRN", "PAK"));
    tell(Reason.UPDATE, update(same.get(1)).visit("IRN", "PAK"));
    tell(Reason.KILL, update(same.get(0)).visit("IRN", "PAK").version(2));

    assertThat(feed.latestOf(Relationship.parse("IRN-PAK"), uri(same.get(0)))).contains(feed.at(2));
    assertThat(feed.latestOf(Relationship.parse("IRN-PAK"), uri(same.get(1)))).contains(feed.at(1));
    assertThat(feed.isWithdrawn(feed.at(1))).isFalse();
  }

  @Test
  void showNothingOfWhatIsWithdrawnLater() {
    tellMany();
    tell(Reason.KILL, named(5).version(2).headline("Withdrawn"));
    hidden.add("terms 5");

    assertThat(feed.isWithdrawn(feed.at(5))).isTrue();
    assertThat(json(5))
        .contains("\"headline\":\"Withdrawn\"")
        .doesNotContain("5 visits", "terms 5");
    assertThat(feed.isWithdrawn(feed.at(6))).isFalse();
    assertThat(json(6)).contains("6 visits", "terms 6");
  }

  @Test
  void areReadWhileOthersAreAddedAndPacked() {
    CompletableFuture<List<Integer>> wrong = CompletableFuture.supplyAsync(this::readAll);

    tellMany();

    assertThat(wrong.join()).isEmpty();
  }

  /** Of 100,000 texts, two have the same 32 bits more often than not. */
  private List<String> twoWithTheSameHash() {
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; ; i++) {
      String other = names.put(feed.latest.hash("IRN-PAK " + uri("s" + i)), "s" + i);
      if (other != null) {
        return List.of(other, "s" + i);
      }
    }
  }

  /** Each as soon as it is there, and the first one again. */
  private List<Integer> readAll() {
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < MANY; ) {
      if (i < feed.size()) {
        if (!isNumber(i) || !isNumber(0)) {
          wrong.add(i);
        }
        i++;
      }
    }
    return wrong;
  }

  private boolean isNumber(int i) {
    Notification shown = feed.shown(feed.at(i));
    return shown.update().uri().equals(uri("n" + i)) && shown.headline().equals(i + " visits");
  }

  private void tellMany() {
    for (int i = 0; i < MANY; i++) {
      tell(Reason.UPDATE, named(i).headline(i + " visits"));
    }
  }

  private static UpdateFixture named(int i) {
    return update("n" + i).visit("IRN", "PAK");
  }

  private void tell(Reason reason, UpdateFixture fixture) {
    RelationshipUpdate update = fixture.get();
    int i = feed.size();
    Notification notification =
        new Notification(
            "%032x".formatted(i),
            update.relationship(),
            reason,
            5,
            update.headline(),
            update.occurred(),
            update.versionCreated(),
            About.of(update),
            List.of(new Change("inForce/border", null, "in-force since 2024: terms " + i)),
            i);
    told.add(notification);
    feed.add(2L * i, TOLD.plusSeconds(i), notification);
  }

  private String json(int i) {
    return new String(feed.json(feed.at(i)), StandardCharsets.UTF_8);
  }

  private String write(int i) {
    String json = new String(NotificationJson.write(told.get(i)), StandardCharsets.UTF_8);
    return "{\"seq\":" + 2 * i + "," + json.substring(1);
  }
}
