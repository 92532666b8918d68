package dev.tidings.feed;

import dev.tidings.http.Parameters;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.text.PlainText;
import dev.tidings.update.Kind;
import dev.tidings.update.Standing;
import dev.tidings.update.WireWord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of the feed a reader wants; the same everywhere. Nothing asked for is everything; of several
 * values of one field, any will do; of several fields, all must hold.
 *
 * <p>What a filter has let through, it also lets through the correction, the kill and the
 * withholding of, whatever else it says: whoever was told something wrong is told so.
 *
 * @param minUrgency 1 (flash only) … 9 (everything)
 * @param background whether what wakes nobody is wanted, see {@link Notification#BACKGROUND}
 */
public record Filter(
    Set<Party> parties,
    Set<Relationship> pairs,
    Set<Kind> kinds,
    Set<Reason> reasons,
    Set<Standing> standings,
    Set<Capacity> sectors,
    int minUrgency,
    Set<Party> concerning,
    boolean background,
    Mute mute) {

  private static final int ANY_URGENCY = 9;

  /** Lets everything through. */
  public static final Filter ALL =
      new Filter(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          ANY_URGENCY,
          Set.of(),
          true,
          Mute.NONE);

  /**
   * What a reader does not want. An entry is muted by parties only when both of its are, and by
   * sectors when a filter for them would let it through.
   */
  public record Mute(
      Set<Party> parties, Set<Relationship> pairs, Set<Kind> kinds, Set<Capacity> sectors) {

    static final Mute NONE = new Mute(Set.of(), Set.of(), Set.of(), Set.of());

    public Mute {
      parties = Set.copyOf(parties);
      pairs = Set.copyOf(pairs);
      kinds = Set.copyOf(kinds);
      sectors = Set.copyOf(sectors);
    }

    boolean silences(Item item) {
      Facets facets = item.facets();
      return parties.containsAll(item.relationship().parties())
          || pairs.contains(item.relationship())
          || kinds.contains(facets.kind())
          || isAnyOf(facets.capacities(), sectors);
    }

    static Mute of(List<String> values) {
      Set<Party> parties = new TreeSet<>();
      Set<Relationship> pairs = new TreeSet<>();
      Set<Kind> kinds = new TreeSet<>();
      Set<Capacity> sectors = new HashSet<>();
      for (String value : values) {
        if (value.indexOf('-') > 0) {
          pairs.add(Relationship.parse(value));
        } else if (Party.isKnown(value)) {
          parties.add(new Party(value));
        } else if (Capacity.isKnown(value)) {
          sectors.add(new Capacity(value));
        } else {
          kinds.add(WireWord.parse(Kind.class, value));
        }
      }
      return new Mute(parties, pairs, kinds, sectors);
    }

    /** The value as it is: checked alone, so that a wrong one is named. */
    private static String checked(String value) {
      try {
        of(List.of(value));
        return value;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "'%s'; expected a party, a pair, a kind or a sector, as in IRN, IRN-PAK, visit or"
                    + " CRM",
                PlainText.clip(value)),
            e);
      }
    }
  }

  public Filter {
    parties = Set.copyOf(parties);
    pairs = Set.copyOf(pairs);
    kinds = Set.copyOf(kinds);
    reasons = Set.copyOf(reasons);
    standings = Set.copyOf(standings);
    sectors = Set.copyOf(sectors);
    concerning = Set.copyOf(concerning);
  }

  /** Reads a filter; what is wrong stays with the parameters. */
  public static Filter of(Parameters from) {
    return new Filter(
        Set.copyOf(from.all("party", Party::new)),
        Set.copyOf(from.all("pair", Relationship::parse)),
        Set.copyOf(from.all("kind", w -> WireWord.parse(Kind.class, w))),
        Set.copyOf(from.all("reason", w -> WireWord.parse(Reason.class, w))),
        Set.copyOf(from.all("standing", w -> WireWord.parse(Standing.class, w))),
        Set.copyOf(from.all("sector", Capacity::new)),
        (int) from.whole("minUrgency", ANY_URGENCY, 1, ANY_URGENCY),
        Set.copyOf(from.all("concerning", Party::new)),
        from.flag("background", true),
        Mute.of(from.all("mute", Mute::checked)));
  }

  /** Whether a reader with this filter gets the entry. */
  public boolean lets(Item item) {
    if (wants(item)) {
      return true;
    }
    if (!revises(item.facets().reason())) {
      return false;
    }
    for (Item earlier = item.earlier(); earlier != null; earlier = earlier.earlier()) {
      if (wants(earlier)) {
        return true;
      }
    }
    return false;
  }

  private boolean wants(Item item) {
    Facets facets = item.facets();
    return isAnyOrAll(parties, item.relationship().parties())
        && isAnyOrAll(pairs, List.of(item.relationship()))
        && isAnyOrAll(kinds, List.of(facets.kind()))
        && isAnyOrAll(reasons, List.of(facets.reason()))
        && isAnyOrAll(standings, List.of(facets.standing()))
        && isAnyOrAll(sectors, facets.capacities())
        && facets.urgency() <= minUrgency
        && isAnyOrAll(concerning, facets.concerning())
        && (background || !facets.wakeNobody())
        && !mute.silences(item);
  }

  private static <T> boolean isAnyOrAll(Set<T> wanted, Collection<T> has) {
    return wanted.isEmpty() || isAnyOf(wanted, has);
  }

  private static <T> boolean isAnyOf(Set<T> wanted, Collection<T> has) {
    for (T one : has) {
      if (wanted.contains(one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean revises(Reason reason) {
    return switch (reason) {
      case CORRECTION, KILL, WITHHELD, CONFLICT -> true;
      case UPDATE,
          RELEASE,
          CORROBORATED,
          LAPSE,
          CLAIM_CONFIRMED,
          CLAIM_DENIED,
          CLAIM_DISPUTED,
          CLAIM_RETRACTED ->
          false;
    };
  }

  /** The parameters that give this filter, in one order: {@code kind=visit&party=IRN}. */
  public String query() {
    TreeMap<String, List<String>> values = new TreeMap<>();
    put(values, "party", parties, Party::code);
    put(values, "pair", pairs, Relationship::key);
    put(values, "kind", kinds, Kind::word);
    put(values, "reason", reasons, Reason::word);
    put(values, "standing", standings, Standing::word);
    put(values, "sector", sectors, Capacity::word);
    put(values, "concerning", concerning, Party::code);
    if (minUrgency < ANY_URGENCY) {
      values.put("minUrgency", List.of(Integer.toString(minUrgency)));
    }
    if (!background) {
      values.put("background", List.of("false"));
    }
    List<String> muted = new ArrayList<>();
    mute.parties().stream().map(Party::code).sorted().forEach(muted::add);
    mute.pairs().stream().map(Relationship::key).sorted().forEach(muted::add);
    mute.kinds().stream().map(Kind::word).sorted().forEach(muted::add);
    mute.sectors().stream().map(Capacity::word).sorted().forEach(muted::add);
    if (!muted.isEmpty()) {
      values.put("mute", muted);
    }
    return values.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(String.join(",", field.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static <T> void put(
      TreeMap<String, List<String>> values, String name, Set<T> wanted, Function<T, String> word) {
    if (!wanted.isEmpty()) {
      values.put(name, wanted.stream().map(word).sorted().toList());
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
  }
}
