package dev.tidings.command;

import dev.tidings.http.HttpServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a process listens. */
public final class Listen {

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The address to listen at. Default: ${DEFAULT-VALUE}, this machine alone")
  private String host;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      converter = Converters.Port.class,
      description =
          "A port for /health and /metrics alone; then they are nowhere else. 0 takes any free"
              + " one. Default: they are on the port of the rest.")
  private @Nullable Integer managementPort;

  @Option(
      names = "--connections-per-address",
      paramLabel = "NUMBER",
      converter = Converters.Connections.class,
      defaultValue = "2000",
      description =
          "How many connections one address may have, of 12000. Behind a proxy all readers have"
              + " its address: 12000 there. Default: ${DEFAULT-VALUE}")
  private int connectionsPerAddress;

  /**
   * A server's settings, once it is known that it can listen there.
   *
   * @throws IllegalStateException when the port is taken or the host is not of this machine
   */
  public HttpServer.Settings at(int port) {
    HttpServer.Settings settings =
        HttpServer.Settings.at(host, port)
            .withMostOfAnAddress(connectionsPerAddress)
            .withManagementPort(managementPort);
    HttpServer.checkFree(settings);
    return settings;
  }
}
