package dev.tidings.command;

import dev.tidings.feed.server.FeedServer;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The readers' side, until Ctrl-C. */
@Command(
    name = "feed",
    description = {
      "Serves summaries and the notification feed over HTTP: API, SSE, Atom, JSON Feed and"
          + " webhooks.",
      "Any number may run beside each other."
    },
    mixinStandardHelpOptions = true)
final class FeedCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final KafkaOptions kafka;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      defaultValue = "8080",
      description = "The port to listen at; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private Listen listen;
  @Mixin private AccessOptions access;
  @Mixin private FeedOptions options;

  FeedCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.kafka = new KafkaOptions(settings);
  }

  @Override
  public Integer call() {
    HttpServer.Settings settings = listen.at(port);
    try (Serving serving = new Serving(terminal);
        Metrics metrics = new Metrics();
        FeedServer feed =
            FeedServer.open(
                kafka.client(),
                options.settings(),
                access.of(settings),
                terminal.clock(),
                metrics.registry());
        HttpServer server =
            HttpServer.start(settings, List.of(feed, new Health(List.of(feed.check())), metrics))) {
      return serving.until(feed.ended(), server, "the feed");
    }
  }
}
