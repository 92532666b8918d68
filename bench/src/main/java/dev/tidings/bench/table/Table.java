package dev.tidings.bench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The part of a Markdown file that one part of the bench writes: all between {@code <!-- NAME -->}
 * and {@code <!-- /NAME -->}. What is outside is left as it is.
 */
public final class Table {

  private final Path file;

  public Table(Path file) {
    this.file = file;
  }

  /**
   * Replaces a part.
   *
   * @param where machine, day and command, in one line
   * @throws IllegalStateException when the file has not both marks, once and in their order
   */
  public void write(String name, String where, Result result) throws IOException {
    String text = Files.readString(file);
    String begin = "<!-- " + name + " -->";
    String end = "<!-- /" + name + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%s: no part '%s'; expected %s … %s", file, name, begin, end));
    }
    Files.writeString(
        file,
        text.substring(0, from + begin.length())
            + "\n"
            + markdown(where, result)
            + text.substring(to));
  }

  private static String markdown(String where, Result result) {
    StringBuilder out = new StringBuilder();
    out.append(result.given()).append(". ").append(where).append("\n\n");
    out.append("| | median | lowest … highest |\n|---|---:|---:|\n");
    for (Measure measure : result.measures()) {
      out.append("| ").append(measure.what()).append(" | ");
      out.append(Spread.number(measure.spread().median())).append(" | ");
      out.append(measure.spread().range()).append(" |\n");
    }
    if (!result.goals().isEmpty()) {
      out.append("\n| goal | found | |\n|---|---:|---|\n");
      for (Goal goal : result.goals()) {
        out.append("| ").append(goal.words()).append(" | ");
        out.append(goal.found().inWords()).append(" | ");
        out.append(goal.isMet() ? "met" : "**missed**").append(" |\n");
      }
    }
    return out.toString();
  }
}
