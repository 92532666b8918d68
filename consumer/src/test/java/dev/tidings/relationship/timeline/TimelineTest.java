package dev.tidings.relationship.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Currents;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.UpdateId;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The timeline beside a list that is sorted whenever it is asked. */
class TimelineTest {

  private static final LocalDate START = LocalDate.parse("2020-01-01");
  private static final int DAYS = 60;
  private static final List<Mode> MODES = List.of(Mode.values());

  @Test
  void answersAsASortedListDoes() {
    Random random = new Random(7);
    List<String> differences = new ArrayList<>();

    for (int round = 0; round < 15; round++) {
      Timeline timeline = Timeline.empty(new StepCount());
      List<Current> list = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        if (!list.isEmpty() && random.nextInt(3) == 0) {
          Current gone = list.remove(random.nextInt(list.size()));
          timeline = timeline.minus(gone);
        } else {
          Current added = current(round + "-" + i, random);
          timeline = timeline.plus(added);
          list.add(added);
          list.sort(Current.TIMELINE);
        }
        differences.addAll(
            differences(timeline, list, START.plusDays(random.nextInt(DAYS + 2) - 1)));
      }
    }

    assertThat(differences).isEmpty();
  }

  @Test
  void ofAHundredThousandIsShallow() {
    List<Current> updates = currents(100_000);

    Timeline timeline = timeline(updates);

    assertThat(depth(root(timeline))).isLessThan(6);
    assertThat(timeline.sizeUpTo(LocalDate.MAX)).isEqualTo(100_000);
  }

  @Test
  void ofAnyOrderIsShallow() {
    List<Current> updates = currents(20_000);
    Collections.shuffle(updates, new Random(3));

    Timeline timeline = timeline(updates);

    assertThat(depth(root(timeline))).isLessThan(6);
    assertThat(timeline.lastUpTo(LocalDate.MAX, Integer.MAX_VALUE))
        .isSortedAccordingTo(Current.TIMELINE.reversed());
  }

  @Test
  void staysShallowWhenHalfOfItIsTakenOut() {
    List<Current> updates = currents(10_000);
    Timeline timeline = timeline(updates);

    for (int i = 0; i < updates.size(); i += 2) {
      timeline = timeline.minus(updates.get(i));
    }

    assertThat(depth(root(timeline))).isLessThan(6);
    assertThat(timeline.sizeUpTo(LocalDate.MAX)).isEqualTo(5_000);
  }

  @Test
  void takesNoMoreRoomThanWhatIsLeftOfIt() {
    List<Current> updates = currents(10_000);
    Timeline timeline = timeline(updates);

    for (int i = 0; i < updates.size(); i++) {
      if (i % 100 != 0) {
        timeline = timeline.minus(updates.get(i));
      }
    }

    assertThat(timeline.sizeUpTo(LocalDate.MAX)).isEqualTo(100);
    assertThat(leaves(root(timeline))).isLessThan(20);
  }

  @Test
  void keepsWhatItWas() {
    Current one = currents(2).get(0);
    Current other = currents(2).get(1);
    Timeline before = Timeline.empty(new StepCount()).plus(one);

    Timeline after = before.plus(other).minus(one);

    assertThat(before.lastUpTo(LocalDate.MAX, 9)).containsExactly(one);
    assertThat(after.lastUpTo(LocalDate.MAX, 9)).containsExactly(other);
    assertThat(Timeline.empty(new StepCount()).isEmpty()).isTrue();
  }

  @Test
  void refusesWhatIsOnItAlready() {
    Current one = currents(1).get(0);
    Timeline timeline = Timeline.empty(new StepCount()).plus(one);

    assertThatThrownBy(() -> timeline.plus(one)).hasMessageEndingWith("is there already");
  }

  @Test
  void refusesToTakeOutWhatIsNotOnIt() {
    Current one = currents(1).get(0);

    assertThatThrownBy(() -> Timeline.empty(new StepCount()).minus(one))
        .hasMessageEndingWith("is not there");
  }

  private static List<String> differences(Timeline timeline, List<Current> list, LocalDate day) {
    List<Current> upTo = list.stream().filter(c -> !c.earliest().isAfter(day)).toList();
    List<Current> backwards = new ArrayList<>(upTo);
    Collections.reverse(backwards);
    List<String> differences = new ArrayList<>();
    compare(differences, "sizeUpTo", timeline.sizeUpTo(day), upTo.size());
    compare(differences, "all", timeline.lastUpTo(day, Integer.MAX_VALUE), backwards);
    compare(differences, "lastUpTo", timeline.lastUpTo(day), backwards.stream().findFirst());
    compare(
        differences, "last five", timeline.lastUpTo(day, 5), backwards.stream().limit(5).toList());
    compare(differences, "first", timeline.first(), list.stream().findFirst());
    compare(differences, "isEmpty", timeline.isEmpty(), list.isEmpty());
    return differences;
  }

  private static void compare(List<String> into, String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      into.add(what + ": " + found + "; expected " + expected);
    }
  }

  private static Current current(String name, Random random) {
    UpdateFixture update =
        UpdateFixture.update(name)
            .mode(MODES.get(random.nextInt(MODES.size())))
            .occurred(START.plusDays(random.nextInt(DAYS)) + (random.nextBoolean() ? "" : "/.."))
            .issued("2024-01-0%dT00:00:00Z".formatted(1 + random.nextInt(3)));
    return Currents.of((random.nextInt(4) == 0 ? update.claimedBy("IRN") : update).get());
  }

  private static List<Current> currents(int number) {
    RelationshipUpdate one = UpdateFixture.update("one").get();
    List<Current> currents = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      UpdateId id = new UpdateId("test:%06d".formatted(i), 1);
      currents.add(Currents.of(one.toBuilder().id(id).build()));
    }
    return currents;
  }

  private static Timeline timeline(List<Current> updates) {
    Timeline timeline = Timeline.empty(new StepCount());
    for (Current update : updates) {
      timeline = timeline.plus(update);
    }
    return timeline;
  }

  // The tree itself is nobody's business but this test's.

  private static @Nullable Object root(Timeline timeline) {
    Object updates = read(timeline, "updates");
    return updates == null ? null : read(updates, "root");
  }

  private static int leaves(@Nullable Object node) {
    if (node == null || Boolean.TRUE.equals(read(node, "isLeaf"))) {
      return node == null ? 0 : 1;
    }
    Object[] parts = (Object[]) Objects.requireNonNull(read(node, "items"));
    return Stream.of(parts).mapToInt(TimelineTest::leaves).sum();
  }

  /** How many nodes the longest way down has. */
  private static int depth(@Nullable Object node) {
    if (node == null || Boolean.TRUE.equals(read(node, "isLeaf"))) {
      return node == null ? 0 : 1;
    }
    Object[] parts = (Object[]) Objects.requireNonNull(read(node, "items"));
    return 1 + Stream.of(parts).mapToInt(TimelineTest::depth).max().orElseThrow();
  }

  private static @Nullable Object read(Object from, String field) {
    try {
      Field found = from.getClass().getDeclaredField(field);
      found.setAccessible(true);
      return found.get(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field, e);
    }
  }
}
