package dev.tidings.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code ./tidings}, started as its users do, with what it says of itself over HTTP. */
public final class Product implements AutoCloseable {

  private static final Pattern ANSWERS = Pattern.compile(" answers at (\\S+?)\\.? Stop with");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long LOOK_EVERY_MS = 20;

  private final Child child;
  private final URI url;
  private final double startSeconds;

  private Product(Child child) throws InterruptedException {
    this.child = child;
    this.url = URI.create(child.awaitLine(ANSWERS));
    this.startSeconds = (System.nanoTime() - child.started()) / 1e9;
  }

  /** Starts a command that serves; blocks until it says where. */
  public static Product serve(Path home, List<String> javaOptions, String... args)
      throws InterruptedException {
    return new Product(run(home, javaOptions, args));
  }

  /** Starts a command that ends by itself. */
  public static Child run(Path home, List<String> javaOptions, String... args) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("tidings").toString());
    command.addAll(List.of(args));
    return Child.start(
        "tidings " + args[0],
        command,
        Map.of("TIDINGS_JAVA_OPTS", String.join(" ", javaOptions), "NO_COLOR", "1"));
  }

  public Child child() {
    return child;
  }

  public URI url() {
    return url;
  }

  /** From the start of its script until it said where it answers. */
  public double startSeconds() {
    return startSeconds;
  }

  /** Whether it says that it can do its work. */
  public boolean isReady() {
    return get("/health/ready").startsWith("200 ");
  }

  /** Waits until it can; gives the seconds since its start. */
  public double awaitReady() throws InterruptedException {
    while (!isReady()) {
      if (!child.isAlive()) {
        throw new IllegalStateException(child + " has ended");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    return (System.nanoTime() - child.started()) / 1e9;
  }

  /** The sum of all series of a metric, by its name in Prometheus' format; 0, if it has none. */
  public double metric(String name) {
    return get("/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** The status and the body. */
  private String get(String path) {
    try {
      var answer =
          HTTP.send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(url.resolve(path).toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
