package dev.tidings.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** {@code tidings up} in a process of its own. */
public final class RunningStack implements AutoCloseable {

  private static final Pattern URL = Pattern.compile("Read +(http://localhost:\\d+)/");
  private static final Pattern KAFKA = Pattern.compile("Kafka +(127\\.0\\.0\\.1:\\d+);");

  private final Process process;
  private final Path output;
  private final String url;
  private final String bootstrap;

  private RunningStack(Process process, Path output) {
    this.process = process;
    this.output = output;
    awaitServing();
    this.url = found(URL);
    this.bootstrap = found(KAFKA);
  }

  /** Starts it on free ports, with its data and its output in a folder. */
  public static RunningStack in(Path folder, String... options) throws IOException {
    return start(List.of(), 0, 0, folder, options);
  }

  /** Starts it as {@link #in} does, on a machine whose language is this one. */
  static RunningStack speaking(Locale language, Path folder) throws IOException {
    return start(
        List.of(
            "-Duser.language=" + language.getLanguage(),
            "-Duser.country=" + language.getCountry(),
            "-Duser.extensions=" + language.getExtension(Locale.UNICODE_LOCALE_EXTENSION)),
        0,
        0,
        folder);
  }

  /** Starts it on the ports of one that is no more. */
  public RunningStack again(Path folder, String... options) throws IOException {
    return start(List.of(), port(url), port(bootstrap), folder, options);
  }

  private static RunningStack start(
      List<String> java, int port, int kafkaPort, Path folder, String... options)
      throws IOException {
    Path output = folder.resolve("output");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As for the tests themselves: what starts soon matters more than what runs long.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Standalone.class.getName(),
                "up",
                "--port=" + port,
                "--kafka-port=" + kafkaPort,
                "--data=" + folder.resolve("data")));
    command.addAll(1, java);
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
            .start();
    return new RunningStack(process, output);
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  private void awaitServing() {
    try {
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> output().contains("Stop with Ctrl-C") || !process.isAlive());
    } catch (ConditionTimeoutException late) {
      process.destroyForcibly();
      throw late;
    }
  }

  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "";
    }
  }

  public String url() {
    return url;
  }

  public String bootstrap() {
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
