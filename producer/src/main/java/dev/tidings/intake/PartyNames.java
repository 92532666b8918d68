package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.text.FoldedName;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds parties by the names that sources use: ours, and those of {@code party-names.tsv}. */
final class PartyNames {

  private static final Map<String, Party> ALIASES =
      Tables.rows("party-names.tsv").stream()
          .collect(
              Collectors.toUnmodifiableMap(row -> FoldedName.of(row[0]), row -> Party.of(row[1])));

  private PartyNames() {}

  /** The party that is called so, as {@link FoldedName} compares; null if none is. */
  static @Nullable Party called(String name) {
    Party alias = ALIASES.get(FoldedName.of(name));
    return alias == null ? Party.byName(name).orElse(null) : alias;
  }

  /**
   * The party of an actor: the one that is called so, else the one in its last brackets. {@code
   * Citizen (Holy See (Vatican City State))} is the Holy See.
   *
   * @param actor the name, {@code _} being a space
   */
  static @Nullable Party of(String actor) {
    String name = actor.replace('_', ' ').strip();
    Party whole = called(name);
    while (whole == null && name.endsWith(")")) {
      int open = opening(name);
      if (open < 0) {
        return null;
      }
      name = name.substring(open + 1, name.length() - 1).strip();
      whole = called(name);
    }
    return whole;
  }

  /** What stands before the last brackets: {@code Citizen} of {@code Citizen (Iran)}. */
  static String beforeBrackets(String name) {
    int open = name.endsWith(")") ? opening(name) : -1;
    return open < 0 ? "" : name.substring(0, open).strip();
  }

  /** What stands in the last brackets: {@code Iran} of {@code Citizen (Iran)}. */
  static String inBrackets(String name) {
    int open = name.endsWith(")") ? opening(name) : -1;
    return open < 0 ? "" : name.substring(open + 1, name.length() - 1).strip();
  }

  /** Where the bracket opens that the name's last character closes; -1 if nowhere. */
  private static int opening(String name) {
    int depth = 0;
    for (int i = name.length() - 1; i >= 0; i--) {
      char c = name.charAt(i);
      if (c == ')') {
        depth++;
      } else if (c == '(' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
