package dev.tidings.intake;

import dev.tidings.text.Invisible;
import java.text.Normalizer;

/** A cell that holds a code, a date, a number or a word of ours, and no free text. */
final class CodeCell {

  private CodeCell() {}

  /**
   * What it holds: without blanks at its ends, and of the width that we write. A cell with anything
   * invisible within stays as it is, so that a message shows it.
   */
  static String of(String cell) {
    String cut = Invisible.cut(cell);
    if (isAscii(cut) || Invisible.isAnyOf(cut)) {
      return cut;
    }
    String plain = Normalizer.normalize(cut, Normalizer.Form.NFKC);
    return isAscii(plain) ? plain : cut;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
