package dev.tidings.command;

import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process that serves until it is asked to end, or can serve no longer. Opened before the parts
 * that it needs and so closed after them: until then the JVM waits, on Ctrl-C too.
 */
public final class Serving implements AutoCloseable {

  private static final long STOP_SECONDS = 20;

  private final Terminal terminal;
  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public Serving(Terminal terminal) {
    this.terminal = terminal;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** Prints a warning where anybody who reaches the port may publish. */
  public void warnOf(Access access) {
    if (access.isForAnybody()) {
      terminal
          .err()
          .println("Without --tokens, anybody on this machine can publish and subscribe webhooks.");
    }
  }

  /**
   * Says where it serves, and waits.
   *
   * @param what serves, such as "the feed"
   * @return the status, when it is asked to end or can serve no longer
   */
  public int until(CompletableFuture<Void> ended, HttpServer server, String what) {
    String subject = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    terminal
        .err()
        .println(
            String.format(
                Locale.ROOT, "%s answers at %s. Stop with Ctrl-C.", subject, server.url()));
    if (server.management() != server) {
      terminal
          .err()
          .println(
              String.format(
                  Locale.ROOT, "Health and metrics are at %s.", server.management().url()));
    }
    try {
      CompletableFuture.anyOf(ended, asked).join();
      return Tidings.DONE;
    } catch (CompletionException e) {
      terminal
          .err()
          .println(String.format(Locale.ROOT, "tidings: %s has stopped: %s", what, reason(e)));
      return Tidings.FAILED;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void stop() {
    asked.complete(null);
    try {
      if (!closed.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        terminal.err().println("tidings: not all of it has ended in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(CompletionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = cause.getMessage();
    return message == null ? cause.toString() : message.lines().findFirst().orElse("failed");
  }
}
