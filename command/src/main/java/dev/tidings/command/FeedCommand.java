package dev.tidings.command;

import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.settings.Settings;
import java.net.URI;
import java.util.List;
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

  @Mixin private final KafkaOptions kafka;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      defaultValue = "8080",
      description = "The port to listen at; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--gateway",
      paramLabel = "URL",
      converter = Converters.Gateway.class,
      description = "The gateway to which the feed passes on what is published at it.")
  private @Nullable URI gateway;

  @Mixin private Listen listen;
  @Mixin private AccessOptions accessOptions;
  @Mixin private FeedOptions options;

  FeedCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.kafka = new KafkaOptions(settings);
  }

  @Override
  public Integer call() {
    HttpServer.Settings settings = listen.at(port);
    Access access = accessOptions.of(settings);
    try (Serving serving = new Serving(terminal);
        Metrics metrics = new Metrics();
        FeedServer feed =
            FeedServer.open(
                kafka.client(),
                options.settings(publishing(), kafka.bootstrap()),
                access,
                terminal.clock(),
                metrics.registry());
        HttpServer server =
            HttpServer.start(
                settings, List.of(feed), List.of(new Health(List.of(feed.check())), metrics))) {
      serving.warnOf(access);
      return serving.until(feed.ended(), server, "the feed");
    }
  }

  private Publishing publishing() {
    return gateway == null ? new Publishing.Nowhere() : new Publishing.At(gateway);
  }
}
