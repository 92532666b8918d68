package dev.tidings.standalone;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: picks the command and gives its exit status. */
@Command(
    name = "tidings",
    description = "How any two countries stand, now and on any past day.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "tidings 0.1.0",
    subcommands = {
      UpCommand.class,
      PublishCommand.class,
      ShowCommand.class,
      WatchCommand.class,
      ReplayCommand.class,
      GatewayCommand.class,
      FeedCommand.class,
      TokenCommand.class
    })
public final class Tidings implements Runnable {

  /** Done. */
  static final int DONE = 0;

  /** Failed, or done in part: something was refused. */
  static final int FAILED = 1;

  /** Not asked in a way that can be understood. */
  static final int WRONG_USAGE = 2;

  @Spec private CommandSpec spec;

  /** Runs the command and ends the JVM with its status: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  /** Runs the command, and gives its status. */
  static int run(Terminal terminal, String... args) {
    CommandLine line = new CommandLine(new Tidings(), new Commands(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setParameterExceptionHandler(Tidings::sayWhatIsRight);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          terminal.err().println("tidings: " + oneLine(failure));
          return FAILED;
        });
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "no command; expected up, publish, show, watch, replay, gateway, feed or token");
  }

  private static int sayWhatIsRight(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("tidings: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return WRONG_USAGE;
  }

  private static String oneLine(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message.lines().findFirst().orElse("failed");
  }

  /** Where a command reads and writes; injected, so that tests can look. */
  record Terminal(
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean interactive,
      boolean colour,
      Clock clock) {

    static Terminal ofProcess() {
      boolean interactive = isTerminal();
      return new Terminal(
          System.in,
          utf8(FileDescriptor.out),
          utf8(FileDescriptor.err),
          interactive,
          interactive && System.getenv("NO_COLOR") == null,
          Clock.systemUTC());
    }

    /** Since JDK 22 there is a console where there is no terminal, too. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
      Console console = System.console();
      return console != null && System.getenv("TERM") != null && isTerminal(console);
    }

    private static boolean isTerminal(Console console) {
      try {
        return (boolean) Console.class.getMethod("isTerminal").invoke(console);
      } catch (ReflectiveOperationException before22) {
        return true;
      }
    }

    private static PrintStream utf8(FileDescriptor to) {
      return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
  }

  /** Gives each command its terminal. */
  private record Commands(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      Object command = command(type);
      return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command);
    }

    private @Nullable Object command(Class<?> type) {
      if (type == UpCommand.class) {
        return new UpCommand(terminal);
      }
      if (type == PublishCommand.class) {
        return new PublishCommand(terminal);
      }
      if (type == ShowCommand.class) {
        return new ShowCommand(terminal);
      }
      if (type == WatchCommand.class) {
        return new WatchCommand(terminal);
      }
      if (type == ReplayCommand.class) {
        return new ReplayCommand(terminal);
      }
      if (type == GatewayCommand.class) {
        return new GatewayCommand(terminal);
      }
      if (type == FeedCommand.class) {
        return new FeedCommand(terminal);
      }
      return type == TokenCommand.class ? new TokenCommand(terminal) : null;
    }
  }
}
