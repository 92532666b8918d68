package dev.tidings.standalone;

import dev.tidings.command.Terminal;
import dev.tidings.command.Tidings;
import java.util.List;
import java.util.concurrent.Callable;

/** The {@code tidings} command with what needs a broker of its own. */
public final class Standalone {

  private Standalone() {}

  /** Runs the command and ends the JVM with its status: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    Tidings.runAndExit(Standalone::commands, args);
  }

  /** Those that need a broker. */
  static List<Callable<Integer>> commands(Terminal terminal) {
    return List.of(new UpCommand(terminal), new ReplayCommand(terminal));
  }
}
