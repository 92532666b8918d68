package dev.tidings.command;

import dev.tidings.settings.Settings;
import dev.tidings.wire.Topic;
import dev.tidings.wire.Topics;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topics, once. */
@Command(
    name = "topics",
    description = {
      "Creates the topics that are missing, and checks the shape of all. Safe to repeat.",
      "How often they are replicated, Kafka's default.replication.factor says."
    },
    mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final KafkaOptions kafka;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      converter = Converters.Partitions.class,
      defaultValue = "" + Topic.PARTITIONS,
      description =
          "Of each topic that is divided, and the most workers that share the work; cannot be"
              + " changed later. Default: ${DEFAULT-VALUE}")
  private int partitions;

  TopicsCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.kafka = new KafkaOptions(settings);
  }

  @Override
  public Integer call() {
    try (Topics topics = Topics.at(kafka.client())) {
      topics.create(partitions);
      topics.slowGroups().forEach(this::warn);
    }
    terminal
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "All topics are there, with %d partitions each where they are divided.",
                partitions));
    return Tidings.DONE;
  }

  private void warn(String group, Duration timeout) {
    terminal
        .err()
        .println(
            String.format(
                Locale.ROOT,
                "A dead member of group %s is replaced after %d s; expected %d s: set"
                    + " group.consumer.session.timeout.ms, as docs/operations.md says.",
                group,
                timeout.toSeconds(),
                Topics.SOON.toSeconds()));
  }
}
