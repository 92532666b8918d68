package dev.tidings.command;

import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The worker, until Ctrl-C. */
@Command(
    name = "summarise",
    description = {
      "Folds updates into summaries and notifications, exactly once.",
      "Any number may run beside each other; they divide the partitions. Health and metrics are"
          + " served over HTTP."
    },
    mixinStandardHelpOptions = true)
final class SummariseCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final KafkaOptions kafka;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      defaultValue = "8082",
      description = "The port to listen at; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private Listen listen;

  SummariseCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.kafka = new KafkaOptions(settings);
  }

  @Override
  public Integer call() {
    HttpServer.Settings settings = listen.at(port);
    try (Serving serving = new Serving(terminal);
        Metrics metrics = new Metrics();
        Worker worker = Worker.start(kafka.client(), metrics.registry());
        HttpServer server =
            HttpServer.start(
                settings, List.of(), List.of(new Health(List.of(worker.check())), metrics))) {
      return serving.until(worker.ended(), server, "the worker");
    }
  }
}
