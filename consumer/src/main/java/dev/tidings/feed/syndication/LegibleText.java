package dev.tidings.feed.syndication;

/** Text that is plain in every document, whatever was told. */
final class LegibleText {

  private static final int REPLACEMENT = 0xFFFD;

  private LegibleText() {}

  /**
   * The text on one line, with U+FFFD for whatever XML 1.0 forbids or would move other text about.
   *
   * <p>Updates are plain text when they come in; but U+FFFE and U+FFFF are, and XML forbids them.
   * And what stands on the topic is not checked again: one bad line must not cost readers the feed.
   */
  static String of(String text) {
    return text.codePoints()
        .map(c -> isLegible(c) ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegible(int c) {
    boolean isForbiddenInXml = c == 0xFFFE || c == 0xFFFF;
    boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean overridesDirection = c >= 0x202A && c <= 0x202E;
    boolean separatesLines = c == 0x2028 || c == 0x2029;
    return !Character.isISOControl(c)
        && !isForbiddenInXml
        && !isHalf
        && !overridesDirection
        && !separatesLines;
  }
}
