package dev.tidings.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stack of docker-compose.yml, built from what was packaged, on free ports. Its JVMs compile as
 * those of all tests do: what starts soon matters more than what runs long.
 */
final class ComposedStack implements AutoCloseable {

  private static final String STATE =
      "{{if .State.Health}}{{.State.Health.Status}}"
          + "{{else}}{{.State.Status}} {{.State.ExitCode}}{{end}}";

  /** A one-shot has ended well. */
  private static final Set<String> HEALTHY = Set.of("healthy", "exited 0");

  private static final String SOON =
      "  %s: {environment: {JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1'}}%n";

  private final List<String> compose;
  private final Map<String, String> environment = new TreeMap<>();

  private ComposedStack(List<String> files, Map<String, Path> secrets) {
    this.compose = compose();
    environment.put("COMPOSE_FILE", String.join(":", files));
    environment.put("COMPOSE_PROJECT_NAME", "tidings-test-" + ProcessHandle.current().pid());
    String owner =
        Ran.of(List.of("bash", "-c", ". docker/owner && echo $owner"), Map.of()).orFail();
    environment.put("TIDINGS_USER", owner.strip());
    environment.put("TIDINGS_GROUP", owner.strip().replaceFirst(".*:", ""));
    secrets.forEach((name, path) -> environment.put(name, path.toString()));
    for (String port : List.of("KAFKA", "KAFKA_2", "KAFKA_3", "GATEWAY", "FEED", "PROMETHEUS")) {
      environment.put("TIDINGS_%s_PORT".formatted(port), String.valueOf(freePort()));
    }
  }

  /** Whether an engine and Compose are there. */
  static boolean isPossible() {
    return succeeds(List.of("docker", "info")) && succeeds(version(compose()));
  }

  /**
   * Builds the image, starts all and waits until all are healthy.
   *
   * @param files of Compose, below the repository's root
   * @param secrets where they are, by the variable that says so
   * @param folder for what it writes itself
   */
  static ComposedStack up(List<String> files, Map<String, Path> secrets, Path folder) {
    ComposedStack stack = new ComposedStack(files, secrets);
    try {
      stack.startSoon(folder);
      stack.run("up", "-d", "--build");
      stack.awaitHealthy();
    } catch (RuntimeException | AssertionError e) {
      try (stack) {
        System.err.println(stack.run("logs", "--no-color", "--tail=40"));
      } catch (RuntimeException | AssertionError more) {
        e.addSuppressed(more);
      }
      throw e;
    }
    return stack;
  }

  String kafka() {
    return "localhost:" + environment.get("TIDINGS_KAFKA_PORT");
  }

  String gateway() {
    return "http://localhost:" + environment.get("TIDINGS_GATEWAY_PORT");
  }

  String feed() {
    return "http://localhost:" + environment.get("TIDINGS_FEED_PORT");
  }

  String prometheus() {
    return "http://localhost:" + environment.get("TIDINGS_PROMETHEUS_PORT");
  }

  /** Ids of the containers of these services, in their order. */
  List<String> containers(List<String> services) {
    return services.stream().flatMap(service -> run("ps", "-q", service).lines()).toList();
  }

  /** Asks a container to end, as an upgrade does, and starts it again. */
  void restart(String container) {
    said(List.of("docker", "restart", container));
  }

  /** Ends a container as a power cut would. */
  void kill(String container) {
    said(List.of("docker", "kill", "--signal=KILL", container));
  }

  void start(String container) {
    said(List.of("docker", "start", container));
  }

  /** Waits until every container can do its work, or has done it. */
  void awaitHealthy() {
    List<String> inspect =
        Stream.concat(Stream.of("docker", "inspect", "--format", STATE), run("ps", "-q").lines())
            .toList();
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> said(inspect).lines().allMatch(HEALTHY::contains));
  }

  private void startSoon(Path folder) {
    String services =
        run("config", "--services").lines().map(SOON::formatted).collect(Collectors.joining());
    try {
      Path file = Files.writeString(folder.resolve("soon.yml"), "services:\n" + services);
      environment.merge("COMPOSE_FILE", file.toString(), (files, more) -> files + ":" + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all its containers have logged. */
  String logs() {
    return run("logs", "--no-color");
  }

  /** Runs Compose, and gives what it said. */
  String run(String... args) {
    return said(Stream.concat(compose.stream(), Stream.of(args)).toList());
  }

  @Override
  public void close() {
    run("down", "-v", "--timeout=5");
  }

  private String said(List<String> command) {
    return Ran.of(command, environment).orFail();
  }

  private static List<String> compose() {
    List<String> plugin = List.of("docker", "compose");
    return succeeds(version(plugin)) ? plugin : List.of("docker-compose");
  }

  private static List<String> version(List<String> compose) {
    List<String> command = new ArrayList<>(compose);
    command.add("version");
    return command;
  }

  private static boolean succeeds(List<String> command) {
    return Ran.of(command, Map.of()).status() == 0;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
