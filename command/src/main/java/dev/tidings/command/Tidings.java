package dev.tidings.command;

import dev.tidings.settings.Given;
import dev.tidings.settings.Settings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: picks the command and gives its exit status. */
@Command(
    name = "tidings",
    description = "How any two countries stand, now and on any past day.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "tidings 0.1.0")
public final class Tidings implements Runnable {

  /** Done. */
  public static final int DONE = 0;

  /** Failed, or done in part: something was refused. */
  public static final int FAILED = 1;

  /** Not asked in a way that can be understood. */
  static final int WRONG_USAGE = 2;

  @Spec private CommandSpec spec;

  private Tidings() {}

  /** Runs the command and ends the JVM with its status: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    runAndExit(terminal -> List.of(), args);
  }

  /**
   * Runs the command with this process's terminal and ends the JVM with its status.
   *
   * @param more commands than its own, annotated for picocli
   */
  public static void runAndExit(
      Function<Terminal, List<? extends Callable<Integer>>> more, String[] args) {
    // Libraries compare and log in the JVM's language: in Turkish, Kafka does not find its CLASSIC.
    Locale.setDefault(Locale.ENGLISH);
    Terminal terminal = Terminal.ofProcess();
    System.exit(run(terminal, more.apply(terminal), args));
  }

  /**
   * Runs the command, and gives its status.
   *
   * @param more commands than its own, annotated for picocli
   */
  public static int run(Terminal terminal, List<? extends Callable<Integer>> more, String... args) {
    Settings settings =
        Settings.of(terminal.environment(), SettingsFile.named(terminal.environment(), args));
    CommandLine line = new CommandLine(new Tidings());
    more.forEach(line::addSubcommand);
    own(terminal, settings).forEach(line::addSubcommand);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.getSubcommands().values().forEach(command -> take(settings, command));
    line.setParameterExceptionHandler(Tidings::sayWhatIsRight);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          terminal.err().println("tidings: " + oneLine(failure));
          return FAILED;
        });
    line.setExecutionStrategy(parsed -> runUnlessWrong(parsed, settings));
    return line.execute(args);
  }

  private static List<Callable<Integer>> own(Terminal terminal, Settings settings) {
    return List.of(
        new PublishCommand(terminal, settings),
        new ShowCommand(terminal),
        new WatchCommand(terminal),
        new TopicsCommand(terminal, settings),
        new PrincipalsCommand(terminal, settings),
        new GatewayCommand(terminal, settings),
        new SummariseCommand(terminal, settings),
        new FeedCommand(terminal, settings),
        new TokenCommand(terminal),
        new ConfigCommand(terminal, settings));
  }

  /** All that is wrong is said at once, so the first error must not end the reading. */
  private static void take(Settings settings, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (Problems.takesSettings(spec)) {
      spec.addMixin("settings", CommandSpec.forAnnotatedObject(new SettingsFile()));
      spec.parser().collectErrors(true);
      spec.defaultValueProvider(
          argument ->
              argument instanceof OptionSpec option
                  ? settings.of(Problems.setting(option)).map(Given::value).orElse(null)
                  : null);
    }
    spec.parser().stopAtPositional(command.getCommand() instanceof ConfigCommand);
  }

  private static int runUnlessWrong(ParseResult parsed, Settings settings) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (!last.isUsageHelpRequested() && !last.isVersionHelpRequested()) {
      List<String> problems = Problems.of(last, settings);
      if (!problems.isEmpty()) {
        CommandLine command = last.commandSpec().commandLine();
        throw new ParameterException(command, String.join("\n", problems));
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command; expected one of " + String.join(", ", spec.subcommands().keySet()));
  }

  private static int sayWhatIsRight(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    String.valueOf(e.getMessage()).lines().forEach(problem -> err.println("tidings: " + problem));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.printf(Locale.ROOT, "Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return WRONG_USAGE;
  }

  private static String oneLine(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message.lines().findFirst().orElse("failed");
  }
}
