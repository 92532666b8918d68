package dev.tidings.update;

import dev.tidings.text.PlainText;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an update comes from.
 *
 * @param name 1 … 200 characters
 * @param uri where it can be read, at most 2,000 characters
 * @param family groups outlets of one publisher, so that two of them never count as independent
 * @param doubts why it is weak, each once, in the order of {@link Doubt}; mostly none
 */
public record Source(String name, @Nullable String uri, @Nullable String family, List<Doubt> doubts)
    implements Comparable<Source> {

  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::name)
          .thenComparing(Source::uri, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Source::family, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(source -> source.doubts.toString());

  public Source {
    PlainText.line("name", name, 200);
    if (uri != null) {
      PlainText.line("uri", uri, 2_000);
    }
    if (family != null) {
      PlainText.line("family", family, 200);
    }
    doubts = doubts.size() < 2 ? List.copyOf(doubts) : doubts.stream().distinct().sorted().toList();
  }

  /** One that is not known to be weak. */
  public Source(String name, @Nullable String uri, @Nullable String family) {
    this(name, uri, family, List.of());
  }

  /**
   * What corroboration counts: the family, or the name of a source that has none. Two that differ
   * in case, or in how Unicode writes the same letters, are one.
   */
  public String independentOf() {
    String group = Normalizer.normalize(family == null ? name : family, Normalizer.Form.NFKC);
    return group.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }
}
