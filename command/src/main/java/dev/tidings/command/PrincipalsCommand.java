package dev.tidings.command;

import dev.tidings.access.Principal;
import dev.tidings.access.Principals;
import dev.tidings.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may do what at a Kafka that asks who somebody is. */
@Command(
    name = "principals",
    description = {
      "Gives each role its password (SCRAM-SHA-512) and exactly its rights at Kafka, and lists",
      "them. Run by Kafka's administrator; safe to repeat."
    },
    mixinStandardHelpOptions = true)
final class PrincipalsCommand implements Callable<Integer> {

  private static final int SHORTEST_PASSWORD = 16;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private final KafkaOptions kafka;

  @Option(
      names = "--passwords",
      paramLabel = "FOLDER",
      required = true,
      description = "Has a file for each principal, such as tidings-feed, with its password.")
  private Path passwords;

  PrincipalsCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.kafka = new KafkaOptions(settings);
  }

  @Override
  public Integer call() {
    Map<Principal, String> all = read();
    try (Principals principals = Principals.at(kafka.client())) {
      principals.setUp(all);
    }
    for (Principal principal : all.keySet()) {
      principal.acls().forEach(this::print);
    }
    return Tidings.DONE;
  }

  private Map<Principal, String> read() {
    Map<Principal, String> read = new EnumMap<>(Principal.class);
    List<String> problems = new ArrayList<>();
    for (Principal principal : Principal.values()) {
      Path file = passwords.resolve(principal.principalName());
      try {
        String password = Files.readString(file).strip();
        if (password.length() < SHORTEST_PASSWORD) {
          problems.add(
              String.format(
                  Locale.ROOT,
                  "%s: expected a password of %d characters or more",
                  file,
                  SHORTEST_PASSWORD));
        }
        read.put(principal, password);
      } catch (IOException e) {
        problems.add(
            String.format(Locale.ROOT, "%s cannot be read; expected a password in it", file));
      }
    }
    if (!problems.isEmpty()) {
      throw new ParameterException(spec.commandLine(), String.join("\n", problems));
    }
    return read;
  }

  private void print(AclBinding acl) {
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%-18s %-17s %-17s %-9s %s%n",
            acl.entry().principal().replaceFirst("^User:", ""),
            acl.entry().operation(),
            acl.pattern().resourceType(),
            acl.pattern().patternType(),
            acl.pattern().name());
  }
}
