package dev.tidings.standalone;

import dev.tidings.feed.Archive;
import dev.tidings.party.Relationship;
import dev.tidings.publish.Account;
import dev.tidings.publish.PublishFiles;
import dev.tidings.standalone.Tidings.Terminal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything in one process, until Ctrl-C. */
@Command(
    name = "up",
    description = "Runs everything on this machine: a Kafka broker, its topics and the worker.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  private static final Relationship SHOWN = Relationship.parse("IRN-PAK");

  private final Terminal terminal;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "tidings-data",
      description = "Where the data is kept. Default: ${DEFAULT-VALUE}")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Kafka's port on 127.0.0.1; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalStack stack = LocalStack.start(data, port);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
    stack.awaitProcessed();
    if (Archive.readSummaries(stack.client()).isEmpty()) {
      publishHistory(stack);
      stack.awaitProcessed();
    }
    show(stack);
    terminal.err().println("tidings: " + stack.ended().join());
    return Tidings.FAILED;
  }

  private void publishHistory(LocalStack stack) {
    Account account =
        new PublishFiles(
                new PublishFiles.Request(
                    List.of(BundledHistory.input()),
                    stack.client(),
                    true,
                    null,
                    terminal.clock(),
                    terminal.err(),
                    false))
            .run();
    if (!account.isClean()) {
      throw new IllegalStateException(account.failure().orElse("the bundled history was refused"));
    }
  }

  private void show(LocalStack stack) {
    Instant now = terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    terminal
        .out()
        .print(new SummaryScreen(Archive.read(stack.client()).summary(SHOWN, today, now)));
    terminal
        .out()
        .printf(
            "%nKafka answers at %s; the data is in %s.%nPublish with ./tidings publish%s FILE."
                + " Stop with Ctrl-C.%n",
            stack.bootstrap(),
            data,
            stack.bootstrap().endsWith(":9092") ? "" : " --kafka " + stack.bootstrap());
  }
}
