package dev.tidings.update;

import dev.tidings.text.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A closed alternative that crosses a topic as one lower-case word. */
public interface WireWord {

  /** The word, as it stands in JSON. */
  String word();

  /** The constant with this word; {@link IllegalArgumentException} names the ones there are. */
  static <E extends Enum<E> & WireWord> E parse(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.word().equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "'%s'; expected one of %s",
            PlainText.clip(word),
            Arrays.stream(type.getEnumConstants())
                .map(WireWord::word)
                .collect(Collectors.joining(", "))));
  }
}
