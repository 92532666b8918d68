package dev.tidings.command;

import dev.tidings.gateway.Gateway;
import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The publishers' side, until Ctrl-C. */
@Command(
    name = "gateway",
    description = {
      "Takes updates over HTTP, and answers when Kafka has them: POST /updates.",
      "Any number may run beside each other."
    },
    mixinStandardHelpOptions = true)
final class GatewayCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final KafkaOptions kafka;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      defaultValue = "8081",
      description = "The port to listen at; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private Listen listen;
  @Mixin private AccessOptions options;

  GatewayCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.kafka = new KafkaOptions(settings);
  }

  @Override
  public Integer call() {
    HttpServer.Settings settings = listen.at(port);
    Access access = options.of(settings);
    try (Serving serving = new Serving(terminal);
        Metrics metrics = new Metrics();
        Gateway gateway =
            Gateway.open(kafka.client(), access, terminal.clock(), metrics.registry());
        HttpServer server =
            HttpServer.start(
                settings,
                List.of(gateway),
                List.of(new Health(List.of(gateway.check())), metrics))) {
      serving.warnOf(access);
      return serving.until(gateway.ended(), server, "the gateway");
    }
  }
}
