package dev.tidings.standalone;

import dev.tidings.command.Converters;
import dev.tidings.command.Inputs;
import dev.tidings.command.SummaryScreen;
import dev.tidings.command.Terminal;
import dev.tidings.command.Tidings;
import dev.tidings.feed.Archive;
import dev.tidings.intake.Input;
import dev.tidings.party.Relationship;
import dev.tidings.publish.Account;
import dev.tidings.publish.PublishFiles;
import dev.tidings.summary.Summary;
import dev.tidings.wire.SummaryJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole way, on a broker that is thrown away: publish, fold, show. */
@Command(
    name = "replay",
    description = {
      "Publishes updates to a throwaway broker, waits until all are folded, and shows how things"
          + " stand.",
      "Without FILE it takes the bundled history."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private Inputs inputs;

  @Option(
      names = "--show",
      paramLabel = "PAIR",
      converter = Converters.Pair.class,
      description = "The relationship to show, such as IRN-PAK. Default: all of them")
  private @Nullable Relationship shown;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      converter = Converters.Day.class,
      description = "The day to show, such as 2024-01-18. Default: today (UTC)")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      converter = Converters.Time.class,
      description = "As known then, such as 2024-01-18T12:00:00Z. Default: now")
  private @Nullable Instant knownAt;

  @Option(names = "--json", description = "JSON, one summary a line.")
  private boolean json;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Input> named = inputs.of(terminal);
    List<Input> read = named.isEmpty() ? List.of(BundledHistory.input()) : named;
    Path folder = Files.createTempDirectory("tidings-replay");
    try (LocalStack stack = LocalStack.start(folder, 0, new SimpleMeterRegistry())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(stack, folder), "clean-up"));
      PublishFiles publishing = new PublishFiles(inputs.request(read, stack.client(), terminal));
      Account account = publishing.run();
      inputs.tell(account, publishing, terminal);
      if (account.failure().isPresent()) {
        terminal.err().println("tidings: " + account.failure().orElseThrow());
        return Tidings.FAILED;
      }
      stack.awaitProcessed();
      show(stack);
      return account.isClean() ? Tidings.DONE : Tidings.FAILED;
    }
  }

  private void show(LocalStack stack) {
    if (shown == null && asOf == null && knownAt == null) {
      showTopic(stack);
      return;
    }
    Archive archive = Archive.read(stack.client());
    Instant now = terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Instant known = knownAt == null ? now : knownAt;
    LocalDate day = asOf == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : asOf;
    List<Relationship> wanted = shown == null ? archive.relationships() : List.of(shown);
    wanted.forEach(relationship -> print(archive.summary(relationship, day, known)));
  }

  /** The summaries as they stand on their topic: a function of the updates alone, on any day. */
  private void showTopic(LocalStack stack) {
    Archive.readSummaries(stack.client())
        .forEach(
            (relationship, bytes) -> {
              if (json) {
                line(bytes);
              } else {
                SummaryJson.read(bytes).ifGood(this::print);
              }
            });
  }

  private void print(Summary summary) {
    if (json) {
      line(SummaryJson.write(summary));
    } else {
      terminal.out().println(new SummaryScreen(summary));
    }
  }

  private void line(byte[] bytes) {
    PrintStream out = terminal.out();
    out.write(bytes, 0, bytes.length);
    out.write('\n');
    out.flush();
  }

  /** Ctrl-C, too: the broker is stopped before its files go. */
  private void cleanUp(LocalStack stack, Path folder) {
    stack.close();
    delete(folder);
  }

  private void delete(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      terminal.err().println("tidings: " + folder + " could not be deleted: " + e.getMessage());
    }
  }
}
