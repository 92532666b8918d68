package dev.tidings.bench.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code ./tidings up} on ports and in a folder of its own. */
public final class Up implements AutoCloseable {

  private static final Pattern KAFKA = Pattern.compile("^Kafka +([^;]+);");
  private static final String FOLDED = "tidings_summarise_records_total";
  private static final long LOOK_EVERY_MS = 100;

  private final Product product;
  private final String bootstrap;

  private Up(Product product) throws InterruptedException {
    this.product = product;
    this.bootstrap = product.child().awaitLine(KAFKA);
  }

  /** Starts it; blocks until it says where it answers. */
  public static Up start(Path home, Path folder, List<String> javaOptions, String... more)
      throws InterruptedException {
    List<String> args =
        new ArrayList<>(
            List.of("up", "--data", folder.toString(), "--kafka-port", "0", "--port", "0"));
    args.addAll(List.of(more));
    return new Up(Product.serve(home, javaOptions, args.toArray(String[]::new)));
  }

  /** Where Kafka's clients connect. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Where its notifications are streamed. */
  public URI stream() {
    return product.url().resolve("/notifications/stream");
  }

  /** From its start until it said that it can do its work. */
  public double awaitReady() throws InterruptedException {
    return product.awaitReady();
  }

  /** How many records its worker has folded since it started, whatever became of them. */
  public long folded() {
    return (long) product.metric(FOLDED);
  }

  /** How many readers of its stream take nothing just now. */
  public int stalledReaders() {
    return (int) product.metric("tidings_stream_stalled");
  }

  /**
   * Waits until it has folded so many.
   *
   * @return whether it has, within the minutes
   */
  public boolean awaitFolded(long records, long minutes) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    while (product.child().isAlive() && System.nanoTime() < deadline) {
      if (folded() >= records) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    return false;
  }

  /** The most memory that it has had, heap or not, in MiB. */
  public double peakMemory() {
    return product.child().peakMemory();
  }

  @Override
  public void close() {
    product.close();
  }
}
