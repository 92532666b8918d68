package dev.tidings.feed.webhook;

import dev.tidings.feed.Replica;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Delivers in a JVM of its own, to be killed or put to sleep. */
final class WebhooksProcess {

  private WebhooksProcess() {}

  /** Delivers until it is killed. */
  public static void main(String[] args) {
    Map<String, Object> client = Map.of("bootstrap.servers", args[0]);
    Replica replica = Replica.open(client);
    Webhooks webhooks =
        Webhooks.open(
            client,
            replica,
            Clock.systemUTC(),
            new Webhooks.Settings(true),
            new SimpleMeterRegistry(),
            request -> "nobody",
            new Webhooks.Surroundings(Resolver.system(), Hooks.FAST, Hooks.WHOLE_CALL));
    var unused = replica.ended().whenComplete((end, failure) -> webhooks.close());
  }

  static Process start(String bootstrap, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            WebhooksProcess.class.getName(),
            bootstrap)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Stops it as a long pause of its machine does ({@code STOP}), or wakes it ({@code CONT}). */
  static void signal(Process process, String name) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    if (exit != 0) {
      throw new IOException("kill says " + exit);
    }
  }
}
