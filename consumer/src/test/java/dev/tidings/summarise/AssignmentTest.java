package dev.tidings.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.wire.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The shares that partitions make as they come and go. */
class AssignmentTest {

  private static final List<TopicPartition> ALL =
      Topic.updates().stream().map(topic -> new TopicPartition(topic, 0)).toList();

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Integer> sharesBeforeLoss = new ArrayList<>();
  private final Assignment assignment =
      new Assignment(consumer, () -> sharesBeforeLoss.add(shares()));

  AssignmentTest() {
    Map<TopicPartition, Long> nothing =
        ALL.stream().collect(Collectors.toMap(Function.identity(), partition -> 0L));
    consumer.updateBeginningOffsets(nothing);
    consumer.updateEndOffsets(nothing);
    consumer.assign(ALL);
  }

  private int shares() {
    return assignment.shares().size();
  }

  @Test
  void shareIsThereOnceItHasAPartitionOfEachTopic() {
    assignment.onPartitionsAssigned(ALL.subList(1, ALL.size()));
    assertThat(assignment.shares()).isEmpty();

    assignment.onPartitionsAssigned(ALL.subList(0, 1));
    assertThat(assignment.shares()).hasSize(1);
    assertThat(consumer.paused()).isEmpty();
  }

  @Test
  void whatIsUnderWayIsDoneBeforeAShareIsGivenAway() {
    assignment.onPartitionsAssigned(ALL);

    assignment.onPartitionsRevoked(ALL.subList(0, 1));

    assertThat(sharesBeforeLoss).containsExactly(1);
    assertThat(assignment.shares()).isEmpty();
    assertThat(consumer.paused()).containsExactlyInAnyOrderElementsOf(ALL.subList(1, ALL.size()));
  }
}
