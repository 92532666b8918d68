package dev.tidings.command;

import dev.tidings.settings.ClientProperties;
import dev.tidings.settings.Given;
import dev.tidings.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which Kafka, and how its clients reach it. */
final class KafkaOptions {

  private final Settings settings;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Where Kafka answers, several by commas. Default: ${DEFAULT-VALUE}")
  private String kafka;

  @Option(
      names = "-X",
      paramLabel = "KEY=VALUE",
      description = "A property of Kafka's clients, such as security.protocol=SSL; repeatable.")
  private Map<String, String> properties = new TreeMap<>();

  KafkaOptions(Settings settings) {
    this.settings = settings;
  }

  /** Those of a command that has any. */
  static Optional<KafkaOptions> in(CommandSpec command) {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(KafkaOptions.class::isInstance)
        .map(KafkaOptions.class::cast)
        .findFirst();
  }

  /** Where Kafka answers. */
  String bootstrap() {
    return kafka;
  }

  /** Properties for any client of Kafka's. */
  Map<String, Object> client() {
    Map<String, Object> client = new TreeMap<>();
    given().forEach((name, given) -> client.put(name, given.value()));
    client.put(ClientProperties.BOOTSTRAP, kafka);
    return client;
  }

  /** What was given besides where Kafka answers; options before settings. */
  NavigableMap<String, Given> given() {
    NavigableMap<String, Given> given = settings.client();
    properties.forEach((name, value) -> given.put(name, new Given(value, "-X")));
    return given;
  }

  /** All that is wrong with them. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    properties.forEach(
        (name, value) ->
            ClientProperties.whyNot(name)
                .ifPresent(
                    why -> problems.add(String.format(Locale.ROOT, "-X %s: %s", name, why))));
    Map<String, String> values = new TreeMap<>();
    given().forEach((name, given) -> values.put(name, given.value()));
    problems.addAll(ClientProperties.problems(values));
    return problems;
  }
}
