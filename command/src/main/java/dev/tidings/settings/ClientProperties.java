package dev.tidings.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigValue;

/** The properties of Kafka's clients that an operator may set, by Kafka's own definitions. */
public final class ClientProperties {

  /** Where Kafka answers: it has an option of its own. */
  public static final String BOOTSTRAP = "bootstrap.servers";

  private static final List<ConfigDef> DEFINITIONS =
      List.of(
          AdminClientConfig.configDef(), ProducerConfig.configDef(), ConsumerConfig.configDef());

  /** What is right here follows from what Tidings promises. */
  private static final Set<String> OURS =
      Set.of(
          "acks",
          "allow.auto.create.topics",
          "auto.offset.reset",
          "enable.auto.commit",
          "enable.idempotence",
          "exclude.internal.topics",
          "group.id",
          "group.instance.id",
          "group.protocol",
          "group.remote.assignor",
          "isolation.level",
          "key.deserializer",
          "key.serializer",
          "partition.assignment.strategy",
          "partitioner.class",
          "partitioner.ignore.keys",
          "transactional.id",
          "value.deserializer",
          "value.serializer");

  private ClientProperties() {}

  /** Why nobody may set this; empty when they may. */
  public static Optional<String> whyNot(String name) {
    if (name.equals(BOOTSTRAP)) {
      return Optional.of("set by --kafka, TIDINGS_KAFKA or KAFKA_BOOTSTRAP_SERVERS");
    }
    if (OURS.contains(name)) {
      return Optional.of("Tidings sets this itself");
    }
    return keys(name).findAny().isPresent()
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "Kafka's clients have no property '%s'", name));
  }

  /** Whether its value must not be shown. */
  public static boolean isSecret(String name) {
    return keys(name).anyMatch(key -> key.type == ConfigDef.Type.PASSWORD);
  }

  /** What is wrong with the values, in Kafka's words; each says which property. */
  public static List<String> problems(Map<String, String> properties) {
    Set<String> problems = new TreeSet<>();
    for (ConfigDef definition : DEFINITIONS) {
      for (ConfigValue value : definition.validate(properties)) {
        if (properties.containsKey(value.name())) {
          problems.addAll(value.errorMessages());
        }
      }
    }
    return List.copyOf(problems);
  }

  private static Stream<ConfigKey> keys(String name) {
    return DEFINITIONS.stream()
        .map(definition -> definition.configKeys().get(name))
        .filter(key -> key != null);
  }
}
