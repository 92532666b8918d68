package dev.tidings.standalone;

import dev.tidings.gateway.Gateway;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.standalone.Tidings.Terminal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** HTTP in front of the update topics, until Ctrl-C. */
@Command(
    name = "gateway",
    description = {
      "Takes updates over HTTP and answers when Kafka has them.",
      "Any number may run beside each other."
    },
    mixinStandardHelpOptions = true)
final class GatewayCommand implements Callable<Integer> {

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
      defaultValue = "8081",
      description = "The port to listen at; 0 takes any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Mixin private Listen listen;

  GatewayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    HttpServer.Settings settings = listen.settings(port);
    try (Serving serving = new Serving(terminal);
        Metrics metrics = new Metrics();
        Gateway gateway =
            Gateway.open(
                Map.of("bootstrap.servers", kafka),
                listen.access(settings),
                terminal.clock(),
                metrics.registry());
        HttpServer server =
            HttpServer.start(
                settings, List.of(gateway, new Health(List.of(gateway.check())), metrics))) {
      return serving.until(gateway.ended(), server, "the gateway");
    }
  }
}
