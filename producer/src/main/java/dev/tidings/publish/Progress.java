package dev.tidings.publish;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far the reading is, with the rate and the time left, on a terminal; elsewhere nothing. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 78;
  private static final int LINES_A_STEP = 512;

  private final PrintStream err;
  private final @Nullable ProgressBar bar;

  private Progress(PrintStream err, @Nullable ProgressBar bar) {
    this.err = err;
    this.bar = bar;
  }

  /**
   * Draws a bar.
   *
   * @param bytes to read; -1 if that is not known, and with it how long it takes
   */
  static Progress of(String task, long bytes, PrintStream err, boolean terminal) {
    if (!terminal) {
      return new Progress(err, null);
    }
    return new Progress(
        err,
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(bytes)
            .setUnit(" MiB", 1024 * 1024)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(250)
            .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
            .build());
  }

  /** Tells how far it is; cheap enough for every line. */
  void at(long bytes, long lines) {
    if (bar != null && lines % LINES_A_STEP == 0) {
      bar.stepTo(bytes);
    }
  }

  /** Prints a line above the bar. */
  void say(String line) {
    err.println(bar == null ? line : "\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
  }

  void finish(long bytes) {
    at(bytes, 0);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
