package dev.tidings.standalone;

import dev.tidings.feed.server.FeedServer;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.standalone.Tidings.Terminal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Where Kafka answers. Default: ${DEFAULT-VALUE}")
  private String kafka;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port to listen at; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private Listen listen;
  @Mixin private FeedOptions options;

  FeedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    HttpServer.Settings settings = listen.settings(port);
    try (Serving serving = new Serving(terminal);
        Metrics metrics = new Metrics();
        FeedServer feed =
            FeedServer.open(
                Map.of("bootstrap.servers", kafka),
                options.settings(),
                listen.access(settings),
                terminal.clock(),
                metrics.registry());
        HttpServer server =
            HttpServer.start(settings, List.of(feed, new Health(List.of(feed.check())), metrics))) {
      return serving.until(feed.ended(), server, "the feed");
    }
  }

  /** What an operator of a feed decides. */
  static final class FeedOptions {

    @Option(
        names = "--public-url",
        paramLabel = "URL",
        converter = Converters.Url.class,
        description = "Under which readers reach the feed, for absolute links in Atom.")
    private @Nullable URI publicUrl;

    @Option(
        names = "--allow-private-webhooks",
        description = "Webhooks may go to addresses that are not public: in tests and intranets.")
    private boolean privateWebhooks;

    FeedServer.Settings settings() {
      return new FeedServer.Settings(publicUrl, privateWebhooks);
    }
  }
}
