package dev.tidings.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code tidings up} in a process of its own, on free ports. */
final class RunningStack implements AutoCloseable {

  private static final Pattern URL = Pattern.compile("Read +(http://localhost:\\d+)/");
  private static final Pattern KAFKA = Pattern.compile("Kafka +(127\\.0\\.0\\.1:\\d+);");

  private final Process process;
  private final Path output;
  private final String url;
  private final String bootstrap;

  private RunningStack(Process process, Path output) {
    this.process = process;
    this.output = output;
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> output().contains("Stop with Ctrl-C") || !process.isAlive());
    this.url = found(URL);
    this.bootstrap = found(KAFKA);
  }

  /** Starts it, with its data and its output in a folder. */
  static RunningStack in(Path folder) throws IOException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    Standalone.class.getName(),
                    "up",
                    "--port=0",
                    "--kafka-port=0",
                    "--data=" + folder.resolve("data")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
            .start();
    return new RunningStack(process, output);
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "";
    }
  }

  String url() {
    return url;
  }

  String bootstrap() {
    return bootstrap;
  }

  /** Asks it to end as Ctrl-C does, and gives whether it ended within 30 s. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await().until(() -> !process.isAlive());
  }

  private String found(Pattern pattern) {
    Matcher matcher = pattern.matcher(output());
    if (!matcher.find()) {
      throw new AssertionError(output());
    }
    return matcher.group(1);
  }
}
