package dev.tidings.publish;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Says what a publisher should know of lines that are good: each thing once, where it is first. */
final class Notices {

  private final Consumer<String> say;
  private final Set<String> said = new HashSet<>();

  /**
   * Has said nothing yet.
   *
   * @param say takes one message a line
   */
  Notices(Consumer<String> say) {
    this.say = say;
  }

  void add(String input, long line, Set<String> notices) {
    for (String notice : notices) {
      if (said.add(notice)) {
        say.accept(String.format(Locale.ROOT, "%s:%d: %s", input, line, notice));
      }
    }
  }
}
