package dev.tidings.feed.stream;

import dev.tidings.feed.Replica;
import dev.tidings.http.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A replica of the feed in a JVM of its own, to be killed. */
final class ReplicaProcess implements AutoCloseable {

  private final Process process;
  private final int port;

  private ReplicaProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Serves until it is killed; writes its port to a file. */
  public static void main(String[] args) throws IOException {
    Replica replica = Replica.open(Map.of("bootstrap.servers", args[0]));
    replica.complete().join();
    NotificationStream stream =
        new NotificationStream(replica.feed(), new SimpleMeterRegistry(), Bounds.USUAL);
    HttpServer server = HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(stream));
    Path told = Path.of(args[1]);
    Path telling = Files.createTempFile(told.getParent(), "port", "");
    Files.writeString(telling, Integer.toString(server.port()));
    Files.move(telling, told);
  }

  static ReplicaProcess start(Streams streams, Path folder) throws IOException {
    Path port = Files.createTempDirectory(folder, "replica").resolve("port");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ReplicaProcess.class.getName(),
                String.valueOf(streams.live().client().get("bootstrap.servers")),
                port.toString())
            .redirectErrorStream(true)
            .redirectOutput(port.resolveSibling("log").toFile())
            .start();
    Streams.await().until(() -> Files.exists(port) || !process.isAlive());
    if (!Files.exists(port)) {
      throw new AssertionError(Files.readString(port.resolveSibling("log")));
    }
    return new ReplicaProcess(process, Integer.parseInt(Files.readString(port)));
  }

  int port() {
    return port;
  }

  /** Ends it as a power cut does. */
  void kill() {
    process.destroyForcibly();
    Streams.await().until(() -> !process.isAlive());
  }

  @Override
  public void close() {
    kill();
  }
}
