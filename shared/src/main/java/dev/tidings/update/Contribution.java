package dev.tidings.update;

import dev.tidings.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What an update does to a thread.
 *
 * @param id the thread
 * @param effect what happens to it
 * @param terms what holds from now on, 1 … 300 characters
 * @param until until when it holds
 */
public record Contribution(
    ThreadId id, Effect effect, @Nullable String terms, @Nullable EdtfDate until) {

  public Contribution {
    if (terms != null) {
      PlainText.line("terms", terms, 300);
    }
  }
}
