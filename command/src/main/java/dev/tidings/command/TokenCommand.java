package dev.tidings.command;

import dev.tidings.http.NewToken;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A new token, and what the tokens file has to say of it. */
@Command(
    name = "token",
    description = {
      "Makes a token for a publisher. The token goes to standard output, for the publisher;",
      "what the tokens file needs goes to standard error. The file is a JSON list of such lines."
    },
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The publisher's name, such as desk.")
  private String name;

  TokenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    NewToken token;
    try {
      token = NewToken.forPublisher(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
    terminal.out().println(token.secret());
    terminal.err().println(token.entry());
    return Tidings.DONE;
  }
}
