package dev.tidings.feed.desk;

import dev.tidings.feed.Capacity;
import dev.tidings.update.Sector;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The page's own words, from {@code desk.properties}: a translation is a file beside it. What
 * updates say is never among them.
 */
final class Texts {

  private static final Control OURS = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle words;

  private Texts(ResourceBundle words) {
    this.words = words;
  }

  /** The words in a reader's language; in English, while nobody has translated them. */
  static Texts in(Locale reader) {
    return new Texts(ResourceBundle.getBundle("dev.tidings.feed.desk.desk", reader, OURS));
  }

  /** The language that they are in. */
  Locale language() {
    return words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : words.getLocale();
  }

  /** Who acts in a sector; a code that only a newer producer knows stands for itself. */
  String of(Sector sector) {
    return sector.asKnown().map(known -> of("sector." + known)).orElse(sector.code());
  }

  /** What a filter can ask for. */
  String of(Capacity capacity) {
    return capacity.equals(Capacity.STATE) ? of("sector.between") : of(Sector.of(capacity.word()));
  }

  /**
   * One text.
   *
   * @param values what stands in its place of {@code {0}}, {@code {1}} …
   */
  String of(String key, Object... values) {
    String text = words.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, language()).format(values);
  }
}
