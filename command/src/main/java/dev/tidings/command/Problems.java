package dev.tidings.command;

import dev.tidings.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All that is wrong with how a command was asked: arguments, settings and client properties. */
final class Problems {

  /** Options of a command line alone. */
  private static final Set<String> NO_SETTINGS = Set.of("help", "version", "config", "X");

  private Problems() {}

  /** Whether environment and file have a say in it: in what needs Kafka, or listens. */
  static boolean takesSettings(CommandSpec command) {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .anyMatch(options -> options instanceof KafkaOptions || options instanceof Listen);
  }

  /** The name of the setting that an option shows; empty when it shows none. */
  static String setting(OptionSpec option) {
    String name = option.longestName().replaceFirst("^-+", "");
    return NO_SETTINGS.contains(name) ? "" : name;
  }

  /** Of all commands that take settings, what can be set. */
  static Set<String> settings(CommandLine all) {
    Set<String> names = new TreeSet<>();
    all.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(Problems::takesSettings)
        .flatMap(command -> command.options().stream())
        .map(Problems::setting)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /** What is wrong, each in one line. */
  static List<String> of(ParseResult parsed, Settings settings) {
    List<String> problems = new ArrayList<>();
    parsed.errors().forEach(error -> problems.add(inWords(error, parsed, settings)));
    if (takesSettings(parsed.commandSpec())) {
      problems.addAll(settings.problems(settings(parsed.commandSpec().root().commandLine())));
    }
    KafkaOptions.in(parsed.commandSpec()).ifPresent(kafka -> problems.addAll(kafka.problems()));
    return problems;
  }

  /** A value that no option gave is wrong where it was set. */
  private static String inWords(Exception error, ParseResult parsed, Settings settings) {
    String message = String.valueOf(error.getMessage());
    if (error instanceof ParameterException wrong
        && wrong.getArgSpec() instanceof OptionSpec option
        && !parsed.hasMatchedOption(option)) {
      return settings
          .of(setting(option))
          .map(given -> given.origin() + ": " + message)
          .orElse(message);
    }
    return message;
  }
}
