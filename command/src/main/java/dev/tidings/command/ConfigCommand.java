package dev.tidings.command;

import dev.tidings.settings.ClientProperties;
import dev.tidings.settings.Given;
import dev.tidings.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** What is in force for a command, and where each value comes from. */
@Command(
    name = "config",
    description = {
      "Shows the settings that a command would run with, and where each comes from:",
      "its options, the environment, a file, or the default. Secrets are hidden."
    },
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Settings settings;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND [OPTION]",
      description = "The command, such as gateway, and the options that it would have.")
  private List<String> words;

  private record Row(String name, String value, String origin) {}

  ConfigCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    CommandLine command = command(words.get(0));
    ParseResult parsed = command.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    List<String> problems = Problems.of(parsed, settings);
    if (!problems.isEmpty()) {
      problems.forEach(problem -> terminal.err().println("tidings: " + problem));
      return Tidings.WRONG_USAGE;
    }
    List<Row> rows = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      String name = Problems.setting(option);
      if (!name.isEmpty()) {
        rows.add(new Row(name, value(option), origin(parsed, option, name)));
      }
    }
    KafkaOptions.in(command.getCommandSpec())
        .ifPresent(kafka -> kafka.given().forEach((name, given) -> rows.add(row(name, given))));
    print(rows);
    return Tidings.DONE;
  }

  private CommandLine command(String name) {
    CommandLine found = spec.parent().subcommands().get(name);
    if (found == null || !Problems.takesSettings(found.getCommandSpec())) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              Locale.ROOT,
              "'%s'; expected one of %s",
              name,
              String.join(
                  ", ",
                  spec.parent().subcommands().entrySet().stream()
                      .filter(one -> Problems.takesSettings(one.getValue().getCommandSpec()))
                      .map(one -> one.getKey())
                      .toList())));
    }
    return found;
  }

  private static String value(OptionSpec option) {
    Object value = option.getValue();
    return value == null ? "not set" : value.toString();
  }

  private String origin(ParseResult parsed, OptionSpec option, String name) {
    if (parsed.hasMatchedOption(option)) {
      return option.longestName();
    }
    return settings.of(name).map(Given::origin).orElse("default");
  }

  private static Row row(String name, Given given) {
    boolean isSecret = ClientProperties.isSecret(name);
    return new Row("kafka." + name, isSecret ? "(hidden)" : given.value(), given.origin());
  }

  private void print(List<Row> rows) {
    int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
    String line = "%-" + names + "s  %-" + Math.max(1, values) + "s  %s%n";
    rows.forEach(
        row -> terminal.out().printf(Locale.ROOT, line, row.name(), row.value(), row.origin()));
  }
}
