package dev.tidings.summarise;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A worker in a JVM of its own, to be killed. */
final class WorkerProcess {

  private WorkerProcess() {}

  /** Works until it is killed. */
  public static void main(String[] args) {
    new Summariser(Map.of("bootstrap.servers", args[0]), new SimpleMeterRegistry()).run();
  }

  static Process start(String bootstrap, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            WorkerProcess.class.getName(),
            bootstrap)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
