package dev.tidings.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * Where a command reads and writes; injected, so that tests can look.
 *
 * @param out takes data
 * @param err takes what is said to a person, a line each
 * @param interactive whether a person looks on while it comes
 * @param environment variables, such as {@code TIDINGS_PORT}
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    boolean colour,
    Clock clock,
    Map<String, String> environment) {

  /** The one of this process. */
  public static Terminal ofProcess() {
    boolean interactive = isTerminal();
    return new Terminal(
        System.in,
        utf8(FileDescriptor.out),
        "json".equals(System.getenv("TIDINGS_LOG"))
            ? LoggedLines.stream()
            : utf8(FileDescriptor.err),
        interactive,
        interactive && System.getenv("NO_COLOR") == null,
        Clock.systemUTC(),
        System.getenv());
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
