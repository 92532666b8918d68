package dev.tidings.standalone;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;

/** The history of Iran and Pakistan that comes with the program. */
final class BundledHistory {

  private BundledHistory() {}

  static Input input() {
    return Input.resource("history.jsonl", Format.JSONL, BundledHistory.class);
  }
}
