package dev.tidings.standalone;

import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a process listens, and who may change anything there. */
final class Listen {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The address to listen at. Default: ${DEFAULT-VALUE}, this machine alone")
  private String host;

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description =
          "Who may publish and subscribe, see ./tidings token. Needed unless only this machine"
              + " reaches the server.")
  private @Nullable Path tokens;

  HttpServer.Settings settings(int port) {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "port %d; expected 0 … 65535".formatted(port));
    }
    return HttpServer.Settings.at(host, port);
  }

  Access access(HttpServer.Settings settings) {
    try {
      return Access.of(tokens, settings);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
