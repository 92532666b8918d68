package dev.tidings.intake;

import dev.tidings.text.FoldedName;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.WireWord;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of CAMEO codes, {@code cameo.tsv}. */
final class Cameo {

  /** Who of the two of a row acted. */
  enum Roles {
    /** The source acted towards the target. */
    ACTOR,
    /** The other way round: who hosts a visit is visited. */
    SWAP,
    /** Both: it is the same event whichever stands first. */
    BOTH,
    /** As ACTOR, but where a row names a country alone, its people acted and not the state. */
    PEOPLE
  }

  /**
   * What a code means between two countries.
   *
   * @param mode what it means between states
   * @param otherwise what it means when a side is not the state; absent: nothing
   */
  record Meaning(Mode mode, Roles roles, @Nullable Mode otherwise) {}

  /**
   * A code that CAMEO has.
   *
   * @param label the text with which ICEWS writes it; {@code -} if it has none
   * @param meaning absent: none between countries
   */
  record Code(String code, String label, @Nullable Meaning meaning) {}

  private static final Map<String, Code> BY_CODE =
      Tables.rows("cameo.tsv").stream()
          .map(Cameo::code)
          .collect(Collectors.toUnmodifiableMap(Code::code, code -> code));

  private static final Map<String, Code> BY_LABEL =
      BY_CODE.values().stream()
          .filter(code -> !code.label().equals("-"))
          .collect(Collectors.toUnmodifiableMap(code -> folded(code.label()), code -> code));

  private Cameo() {}

  static @Nullable Code byCode(String code) {
    return BY_CODE.get(code);
  }

  /** The code that ICEWS writes with this text, {@code _} being a space; see {@link FoldedName}. */
  static @Nullable Code byLabel(String label) {
    return BY_LABEL.get(folded(label));
  }

  static Iterable<Code> all() {
    return BY_CODE.values();
  }

  private static String folded(String label) {
    return FoldedName.of(label.replace('_', ' '));
  }

  private static Code code(String[] row) {
    return new Code(row[0], row[1], row[3].equals("-") ? null : meaning(row));
  }

  private static Meaning meaning(String[] row) {
    Mode mode = mode(row[3], row[4]);
    Roles roles = Roles.valueOf(row[5].toUpperCase(Locale.ROOT));
    return new Meaning(mode, roles, row.length == 6 ? mode : otherwise(row[6], row[7]));
  }

  private static @Nullable Mode otherwise(String kind, String mode) {
    return kind.equals("-") ? null : mode(kind, mode);
  }

  private static Mode mode(String kind, String mode) {
    return Mode.of(WireWord.parse(Kind.class, kind), mode);
  }
}
