package dev.tidings.command;

import dev.tidings.command.FeedClient.Unanswered;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Summary;
import dev.tidings.wire.Reading;
import dev.tidings.wire.SummaryJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a relationship stands, as a running feed has it. */
@Command(
    name = "show",
    description = "Shows how two countries stand, as a running feed has it.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "PAIR",
      converter = Converters.Pair.class,
      description = "The relationship, such as IRN-PAK.")
  private Relationship pair;

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

  @Option(names = "--json", description = "JSON, on one line.")
  private boolean json;

  @Mixin private FeedClient feed;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, List<String>> asked = new TreeMap<>();
    asked.put("asOf", asOf == null ? List.of() : List.of(asOf.toString()));
    asked.put("knownAt", knownAt == null ? List.of() : List.of(knownAt.toString()));
    try {
      byte[] summary = feed.get("/relationships/" + pair, asked);
      return print(summary);
    } catch (Unanswered e) {
      terminal.err().println("tidings: " + e.getMessage());
      return Tidings.FAILED;
    }
  }

  private int print(byte[] summary) {
    if (json) {
      terminal.out().write(summary, 0, summary.length);
      terminal.out().println();
      return Tidings.DONE;
    }
    if (SummaryJson.read(summary) instanceof Reading.Good<Summary> good) {
      terminal.out().print(new SummaryScreen(good.value()));
      return Tidings.DONE;
    }
    terminal.err().println("tidings: what answers there is no feed of Tidings");
    return Tidings.FAILED;
  }
}
