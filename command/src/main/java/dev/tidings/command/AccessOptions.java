package dev.tidings.command;

import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may change anything at a server. */
public final class AccessOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description =
          "Who may publish and subscribe, see ./tidings token. Needed unless only this machine"
              + " reaches the server.")
  private @Nullable Path tokens;

  /** Who has access to a server; a {@code ParameterException} says what is wrong with that. */
  public Access of(HttpServer.Settings settings) {
    try {
      return Access.of(tokens, settings);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
