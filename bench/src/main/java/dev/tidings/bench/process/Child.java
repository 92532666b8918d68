package dev.tidings.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that was started here, and ends with this one. What it says on both outputs is kept in
 * the order of its lines.
 */
public final class Child implements AutoCloseable {

  private static final long END_SECONDS = 40;
  private static final long SAY_MINUTES = 20;

  private final String name;
  private final Process process;
  private final long started;
  private final List<String> said = new ArrayList<>();
  private final CountDownLatch silent = new CountDownLatch(1);
  private final Thread onExit = new Thread(this::kill, "end of child");

  private Child(String name, Process process, long started) {
    this.name = name;
    this.process = process;
    this.started = started;
    Thread listening = new Thread(this::listen, "child");
    listening.setDaemon(true);
    listening.start();
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  /** Starts a command. */
  static Child start(String name, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    long started = System.nanoTime();
    try {
      return new Child(name, builder.start(), started);
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command), e);
    }
  }

  /** Starts a main class of this class path in a JVM of its own. */
  public static Child java(List<String> options, Class<?> main, String... args) {
    return java(options, main.getName(), args);
  }

  /** The same, of a class that is only there at run time. */
  public static Child java(List<String> options, String main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(args));
    return start(main, command, Map.of());
  }

  public long pid() {
    return process.pid();
  }

  /** When it was started, by {@link System#nanoTime}. */
  public long started() {
    return started;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Processor time so far, of all its threads, in seconds. */
  public double processorSeconds() {
    return process.info().totalCpuDuration().map(spent -> spent.toMillis() / 1e3).orElse(0.0);
  }

  /** The most memory that it has had, heap or not, in MiB. */
  public double peakMemory() {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid()), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of heap that are alive, after a full collection, as {@code jcmd} counts them. */
  public long liveHeap() throws InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Child counting =
        start("jcmd", List.of(jcmd, String.valueOf(pid()), "GC.class_histogram"), Map.of());
    String bytes = counting.awaitLine(Pattern.compile("^Total +\\d+ +(\\d+)"));
    counting.close();
    return Long.parseLong(bytes);
  }

  /** Waits for a line in which the pattern is found; gives its first group. */
  public String awaitLine(Pattern pattern) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(SAY_MINUTES);
    int next = 0;
    synchronized (said) {
      while (true) {
        for (; next < said.size(); next++) {
          Matcher found = pattern.matcher(said.get(next));
          if (found.find()) {
            return found.group(1);
          }
        }
        if (silent.getCount() == 0 || System.nanoTime() > deadline) {
          throw new IllegalStateException(this + " did not say " + pattern);
        }
        said.wait(1_000);
      }
    }
  }

  /** Waits until it has ended by itself; anything but status 0 is a failure. */
  public void awaitEnd() throws InterruptedException {
    int status = process.waitFor();
    silent.await();
    if (status != 0) {
      throw new IllegalStateException(this + " ended with status " + status);
    }
  }

  /** Asks it to end, as Ctrl-C does, and waits. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(onExit);
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  private void kill() {
    process.destroyForcibly();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (said) {
          said.add(line);
          said.notifyAll();
        }
      }
    } catch (IOException e) {
      synchronized (said) {
        said.add("(its output ended: " + e.getMessage() + ")");
      }
    } finally {
      synchronized (said) {
        silent.countDown();
        said.notifyAll();
      }
    }
  }

  /** The last of what it said, and what it is. */
  @Override
  public String toString() {
    synchronized (said) {
      List<String> last = said.subList(Math.max(0, said.size() - 20), said.size());
      return String.join("\n", last) + "\n" + name + ", which said this,";
    }
  }
}
