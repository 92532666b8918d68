package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTableTest {

  private static final String[] UPDATES = {
    "relations.visits",
    "relations.borders",
    "relations.agreements",
    "relations.diplomacy",
    "relations.cooperation",
    "relations.statements",
    "relations.sanctions",
    "relations.incidents",
  };

  @Test
  void hasOneTopicForEachKind() {
    assertThat(Topic.updates()).containsExactly(UPDATES);
  }

  @Test
  void hasFiveMore() {
    assertThat(Topic.values())
        .extracting(Topic::topicName)
        .contains(UPDATES)
        .contains("relations.summaries", "relations.notifications", "relations.rejected")
        .contains("relations.subscriptions", "relations.cursors")
        .hasSize(13)
        .doesNotHaveDuplicates();
  }

  @Test
  void dividesRelationshipsButKeepsNotificationsAndRejectionsInOneOrder() {
    assertThat(Topic.values())
        .filteredOn(topic -> !topic.isDivided())
        .containsExactly(Topic.NOTIFICATIONS, Topic.REJECTED);
    assertThat(Topic.PARTITIONS).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource(
      value = Topic.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SUMMARIES", "SUBSCRIPTIONS", "CURSORS"})
  void keepsForEverWhatIsNoState(Topic topic) {
    assertThat(topic.settings())
        .containsAllEntriesOf(
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Topic.class,
      names = {"SUMMARIES", "SUBSCRIPTIONS", "CURSORS"})
  void keepsTheLastStateOfEachKey(Topic topic) {
    assertThat(topic.settings()).isEqualTo(Map.of("cleanup.policy", "compact"));
  }

  @Test
  void hasKafkasOwnTimeOnUpdatesWhateverTheirPublisherSays() {
    assertThat(Topic.values())
        .filteredOn(t -> "LogAppendTime".equals(t.settings().get("message.timestamp.type")))
        .extracting(Topic::topicName)
        .containsExactly(UPDATES);
  }

  @Test
  void takesARejectedRecordThatIsLargerThanAnyOther() {
    assertThat(
            Arrays.stream(Topic.values())
                .filter(t -> t.settings().containsKey("max.message.bytes")))
        .containsExactly(Topic.REJECTED);
  }
}
