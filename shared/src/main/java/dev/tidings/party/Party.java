package dev.tidings.party;

import dev.tidings.text.FoldedName;
import dev.tidings.text.PlainText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A country or an organisation.
 *
 * <p>Countries are ISO 3166-1 alpha-3 codes and {@code XKX} (Kosovo, a user-assigned code in wide
 * use); organisations are a fixed list. Immutable and safe for use by several threads.
 *
 * @param code the code, upper case; refused with {@link IllegalArgumentException} when unknown
 */
public record Party(String code) implements Comparable<Party> {

  private static final Map<String, Party> ALL = table();

  public Party {
    if (PartyTable.find(code) == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "unknown party '%s'; expected %s",
              PlainText.clip(code),
              OtherCodes.expectedFor(code)
                  .orElse("an ISO 3166-1 alpha-3 code or one of UNO, NATO, EU, …")));
    }
  }

  /**
   * The party with this code, one object for each; refused with {@link IllegalArgumentException}
   * when unknown.
   */
  public static Party of(String code) {
    Party known = ALL.get(code);
    return known == null ? new Party(code) : known;
  }

  /** All parties, in the order of their codes. */
  public static List<Party> all() {
    return List.copyOf(ALL.values());
  }

  /** Whether the code is that of a country or an organisation. */
  public static boolean isKnown(String code) {
    return PartyTable.find(code) != null;
  }

  /** The party with this English name, {@link #name()}, as {@link FoldedName} compares. */
  public static Optional<Party> byName(String name) {
    return PartyTable.codeOf(name).map(Party::of);
  }

  /**
   * What to use for whoever has this code in other lists: {@code PSE for the West Bank and Gaza}
   * for the World Bank's. Empty for nearly all.
   */
  public Optional<String> elsewhere() {
    return OtherCodes.elsewhere(code);
  }

  /** The English name, the same on every JDK, because it is part of a summary's bytes. */
  public String name() {
    return row().name();
  }

  /** The English name as it stands within a sentence: {@code Iran}, {@code the United States}. */
  public String nameInSentence() {
    return row().article() ? "the " + name() : name();
  }

  /** The name in a reader's language, from the JDK's CLDR data; organisations are in English. */
  public String name(Locale reader) {
    String alpha2 = row().alpha2();
    if (alpha2 == null || reader.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
      return name();
    }
    return new Locale.Builder().setRegion(alpha2).build().getDisplayCountry(reader);
  }

  public boolean isOrganisation() {
    return row().alpha2() == null;
  }

  @Override
  public int compareTo(Party other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }

  private static Map<String, Party> table() {
    Map<String, Party> all = new LinkedHashMap<>();
    PartyTable.rows().keySet().forEach(code -> all.put(code, new Party(code)));
    return Collections.unmodifiableMap(all);
  }

  private PartyTable.Row row() {
    PartyTable.Row row = PartyTable.find(code);
    if (row == null) {
      throw new IllegalStateException("party " + code + " left the table");
    }
    return row;
  }
}
