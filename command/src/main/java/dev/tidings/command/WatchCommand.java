package dev.tidings.command;

import dev.tidings.command.FeedClient.Unanswered;
import dev.tidings.command.ServerSentEvents.Event;
import dev.tidings.notification.Notification;
import dev.tidings.wire.NotificationJson;
import dev.tidings.wire.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a running feed tells, as it comes. */
@Command(
    name = "watch",
    description = {
      "Shows what changes, as a running feed tells it, until Ctrl-C.",
      "Several values of one option are separated by commas: any of them will do."
    },
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

  private static final long FIRST_PAUSE_MS = 500;
  private static final long LONGEST_PAUSE_MS = 10_000;

  private final Terminal terminal;

  @Mixin private FeedClient feed;
  @Mixin private FilterOptions filter;

  @Option(
      names = "--since",
      paramLabel = "SEQ",
      description = "Start behind this entry of the feed; -1 is its beginning. Default: now")
  private @Nullable Long since;

  @Option(names = "--json", description = "JSON, one notification a line.")
  private boolean json;

  @Option(names = "--count", paramLabel = "N", description = "End after so many. Default: never")
  private @Nullable Integer count;

  private String cursor = "";
  private int seen;
  private long pause = FIRST_PAUSE_MS;

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    boolean lost = false;
    while (!isDone()) {
      try {
        read(lost);
      } catch (Unanswered e) {
        if (e.isForGood() || (cursor.isEmpty() && !lost)) {
          terminal.err().println("tidings: " + e.getMessage());
          return Tidings.FAILED;
        }
      }
      if (!isDone()) {
        if (!lost) {
          terminal.err().println("tidings: the feed is gone; waiting for it");
        }
        lost = true;
        TimeUnit.MILLISECONDS.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
    return Tidings.DONE;
  }

  /** Reads until the stream ends; the next one goes on where this one ended. */
  private void read(boolean again) throws Unanswered, InterruptedException {
    Map<String, List<String>> asked = new TreeMap<>(filter.parameters());
    asked.put("after", since == null ? List.of() : List.of(since.toString()));
    Map<String, String> headers = new TreeMap<>(Map.of("Accept", "text/event-stream"));
    if (!cursor.isEmpty()) {
      headers.put("Last-Event-ID", cursor);
    }
    try (InputStream stream = feed.stream("/notifications/stream", asked, headers)) {
      if (again) {
        terminal.err().println("tidings: the feed is back");
      }
      pause = FIRST_PAUSE_MS;
      ServerSentEvents events = new ServerSentEvents(stream);
      for (Event event = events.next(); event != null && !isDone(); event = events.next()) {
        show(event);
        cursor = event.id();
        if (isDone()) {
          return;
        }
      }
      cursor = events.lastId();
    } catch (IOException e) {
      // The stream broke off: the next one goes on behind the last whole event.
    }
  }

  private boolean isDone() {
    return count != null && seen >= count;
  }

  private void show(Event event) {
    switch (event.type()) {
      case "message" -> notification(event.data());
      case "reset" ->
          terminal
              .err()
              .println(
                  "tidings: the feed is another one than before; what came in between is not"
                      + " shown, see /snapshot");
      default -> {
        // What a newer feed says besides.
      }
    }
  }

  private void notification(String data) {
    if (json) {
      terminal.out().println(data);
      seen++;
    } else if (NotificationJson.read(data.getBytes(StandardCharsets.UTF_8))
        instanceof Reading.Good<Notification> good) {
      terminal.out().print(new NotificationScreen(good.value(), terminal.colour()));
      terminal.out().flush();
      seen++;
    }
  }
}
