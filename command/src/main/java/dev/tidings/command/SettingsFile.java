package dev.tidings.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which file has settings: looked for before all else is read, as it gives their defaults. */
final class SettingsFile {

  static final String VARIABLE = "TIDINGS_CONFIG";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings as Java properties: port=8080, kafka.security.protocol=SSL. Options and the"
              + " environment (TIDINGS_PORT, KAFKA_SECURITY_PROTOCOL) come first.")
  private @Nullable Path file;

  /** The one that is named by an option or else the environment. */
  static @Nullable Path named(Map<String, String> environment, String... args) {
    SettingsFile named = new SettingsFile();
    CommandLine line = new CommandLine(named);
    line.setUnmatchedArgumentsAllowed(true);
    line.getCommandSpec().parser().collectErrors(true);
    line.parseArgs(args);
    String variable = environment.get(VARIABLE);
    return named.file == null && variable != null ? Path.of(variable) : named.file;
  }
}
