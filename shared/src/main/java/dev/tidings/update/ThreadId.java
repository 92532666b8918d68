package dev.tidings.update;

import dev.tidings.text.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of something that persists between two parties: {@code ties}, {@code border/pilgrims},
 * {@code conflict/2024-01}.
 *
 * @param id lower-case words with dashes, up to four joined by slashes; 1 … 100 characters
 */
public record ThreadId(String id) implements Comparable<ThreadId> {

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*){0,3}");

  public ThreadId {
    if (id.length() > 100 || !FORM.matcher(id).matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "thread id '%s'; expected up to 100 characters, lower-case words joined by - and /,"
                  + " as in border/pilgrims",
              PlainText.clip(id)));
    }
  }

  /** What the thread is: the part before the first slash. */
  public String family() {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  @Override
  public int compareTo(ThreadId other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
