package dev.tidings.standalone;

import dev.tidings.command.AccessOptions;
import dev.tidings.command.Converters;
import dev.tidings.command.FeedOptions;
import dev.tidings.command.Listen;
import dev.tidings.command.Serving;
import dev.tidings.command.SummaryScreen;
import dev.tidings.command.Terminal;
import dev.tidings.feed.Archive;
import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.gateway.Gateway;
import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.party.Relationship;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one process, until Ctrl-C. */
@Command(
    name = "up",
    description =
        "Runs everything on this machine: a Kafka broker, its topics, the worker, and gateway and"
            + " feed on one port.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  private static final Relationship SHOWN = Relationship.parse("IRN-PAK");
  private static final long LOOK_EVERY_MS = 10;

  private final Terminal terminal;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "tidings-data",
      description = "Where the data is kept. Default: ${DEFAULT-VALUE}")
  private Path data;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      defaultValue = "9092",
      description = "Kafka's port on 127.0.0.1; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int kafkaPort;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      defaultValue = "8080",
      description = "Port of gateway and feed; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private Listen listen;
  @Mixin private AccessOptions accessOptions;
  @Mixin private FeedOptions options;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    HttpServer.Settings settings = listen.at(port);
    Access access = accessOptions.of(settings);
    try (Serving serving = new Serving(terminal);
        Metrics metrics = new Metrics();
        LocalStack stack = LocalStack.start(data, kafkaPort, metrics.registry());
        FirstHistory early = stack.isNew() ? FirstHistory.publish(stack, terminal) : null;
        Gateway gateway =
            Gateway.open(stack.client(), access, terminal.clock(), metrics.registry());
        FeedServer feed =
            FeedServer.open(
                stack.client(),
                options.settings(new Publishing.Here(), stack.bootstrap()),
                access,
                terminal.clock(),
                metrics.registry());
        HttpServer server =
            HttpServer.start(
                settings,
                List.of(gateway, feed),
                List.of(
                    new Health(List.of(gateway.check(), stack.check(), feed.check())), metrics))) {
      feed.replica().complete().join();
      if (early != null) {
        finish(early, stack, feed.replica().archive());
      } else if (BundledHistory.isWantedIn(feed.replica().archive())) {
        try (FirstHistory again = FirstHistory.publish(stack, terminal)) {
          finish(again, stack, feed.replica().archive());
        }
      }
      show(stack, feed.replica().archive(), server);
      serving.warnOf(access);
      return serving.until(
          CompletableFuture.anyOf(
                  stack.ended().thenAccept(UpCommand::fail), gateway.ended(), feed.ended())
              .thenRun(() -> {}),
          server,
          "it all");
    }
  }

  private static void fail(String line) {
    throw new IllegalStateException(line);
  }

  private static void finish(FirstHistory history, LocalStack stack, Archive archive)
      throws InterruptedException {
    history.await();
    stack.awaitProcessed();
    while (BundledHistory.isWantedIn(archive)) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
  }

  private void show(LocalStack stack, Archive archive, HttpServer server) {
    Instant now = terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean usual = server.port() == 8080;
    String url = "http://localhost:" + server.port();
    terminal.out().print(new SummaryScreen(archive.summary(SHOWN, today, now)));
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%nDesk      %s%n"
                + "Read      %s/relationships/%s%n"
                + "Follow    ./tidings watch%s, or curl -N %s/notifications/stream%n"
                + "Publish   ./tidings publish%s FILE, or POST to %s/updates%n"
                + "Kafka     %s; the data is in %s%n%n",
            url,
            url,
            SHOWN,
            usual ? "" : " --feed " + url,
            url,
            stack.bootstrap().endsWith(":9092") ? "" : " --kafka " + stack.bootstrap(),
            url,
            stack.bootstrap(),
            data);
  }
}
