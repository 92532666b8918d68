package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.process.Child;
import dev.tidings.bench.process.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of the bench: what was asked for, its folder, and the broker that parts share. */
public final class Session implements AutoCloseable {

  private final Path home;
  private final Path folder;
  private final int rounds;
  private final @Nullable Integer updates;
  private final long seed;
  private final Consumer<String> out;
  private @Nullable FilledBroker broker;
  private int folders;

  /**
   * Begins.
   *
   * @param home where {@code ./tidings} is
   * @param folder everything is kept there, until the end
   * @param updates instead of each part's own number; absent, that
   */
  public Session(
      Path home,
      Path folder,
      int rounds,
      @Nullable Integer updates,
      long seed,
      Consumer<String> out) {
    this.home = home;
    this.folder = folder;
    this.rounds = rounds;
    this.updates = updates;
    this.seed = seed;
    this.out = out;
  }

  /** The first start of {@code ./tidings} may build it, and prepare quick starts. */
  public void prepare() throws InterruptedException {
    try (Child first = Product.run(home, List.of(), "--version")) {
      first.awaitEnd();
    }
  }

  Path home() {
    return home;
  }

  int rounds() {
    return rounds;
  }

  long seed() {
    return seed;
  }

  /** How many updates a part works on: its own number, unless another was asked for. */
  int updates(int own) {
    return updates == null ? own : updates;
  }

  /** A folder that does not exist yet. */
  Path newFolder() {
    return folder.resolve("folder-" + folders++);
  }

  /** A broker with so many updates: the one that is there, or a new one. */
  FilledBroker broker(int count) throws InterruptedException {
    if (broker == null || broker.updates() != count) {
      closeBroker();
      say("filling a broker with %,d updates", count);
      broker = FilledBroker.start(newFolder(), count, seed);
    }
    return broker;
  }

  /** So that nothing else is on the machine. */
  void closeBroker() {
    if (broker != null) {
      broker.close();
      broker = null;
    }
  }

  /** Tells who watches. */
  public void say(String format, Object... values) {
    out.accept(String.format(Locale.ROOT, format, values));
  }

  /** Ends the broker, and deletes the folder. */
  @Override
  public void close() throws IOException {
    closeBroker();
    delete(folder);
  }

  /** Deletes a folder and all in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
