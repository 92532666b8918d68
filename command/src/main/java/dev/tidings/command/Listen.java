package dev.tidings.command;

import dev.tidings.http.HttpServer;
import picocli.CommandLine.Option;

/** Where a process listens. */
public final class Listen {

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The address to listen at. Default: ${DEFAULT-VALUE}, this machine alone")
  private String host;

  /**
   * A server's settings, once it is known that it can listen there.
   *
   * @throws IllegalStateException when the port is taken or the host is not of this machine
   */
  public HttpServer.Settings at(int port) {
    HttpServer.Settings settings = HttpServer.Settings.at(host, port);
    HttpServer.checkFree(settings);
    return settings;
  }
}
