package dev.tidings.relationship;

import dev.tidings.party.Party;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.Doubt;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import dev.tidings.update.Sector;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.wire.UpdateJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * DESIGN §3 once more, the slow and plain way: lists that are searched from one end to the other,
 * and the climate's formula over each single update. It shares no code with the fold.
 */
public final class NaiveFold {

  private static final MathContext DIGITS = new MathContext(60);

  private final Map<String, List<RelationshipUpdate>> publications = new TreeMap<>();
  private final LocalDate asOf;
  private final Instant knownAt;
  private final List<RelationshipUpdate> counted = new ArrayList<>();
  private final Map<String, Attribution> claimedOnce = new LinkedHashMap<>();

  public NaiveFold(List<RelationshipUpdate> published, LocalDate asOf, Instant knownAt) {
    this.asOf = asOf;
    Instant now = Instant.MIN;
    for (RelationshipUpdate update : published) {
      publications.computeIfAbsent(update.uri(), uri -> new ArrayList<>()).add(update);
      now = update.versionCreated().isAfter(now) ? update.versionCreated() : now;
    }
    this.knownAt = knownAt.isAfter(now) ? now : knownAt;
    for (String uri : uris()) {
      RelationshipUpdate counts = counting(uri);
      if (counts != null && counts.pubStatus() == PubStatus.USABLE) {
        counted.add(counts);
        Attribution claimant = claimantOnce(counts);
        if (claimant != null) {
          claimedOnce.put(uri, claimant);
        }
      }
    }
    counted.sort(
        Comparator.comparing((RelationshipUpdate u) -> u.occurred().earliest())
            .thenComparing(u -> u.occurred().latest())
            .thenComparing(RelationshipUpdate::versionCreated)
            .thenComparing(RelationshipUpdate::uri));
  }

  /** All that it finds, as lines of text; the climate's numbers apart. */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("revision", "" + revision());
    List<RelationshipUpdate> byNow = upTo(asOf);
    Map<String, Integer> counts = new TreeMap<>();
    for (RelationshipUpdate update : byNow) {
      counts.merge(update.kind().word(), 1, Integer::sum);
      facts.put("latest/" + update.kind().word(), update.id().toString());
    }
    counts.forEach((kind, n) -> facts.put("counts/" + kind, "" + n));
    for (int i = 0; i < Math.min(10, byNow.size()); i++) {
      RelationshipUpdate update = byNow.get(byNow.size() - 1 - i);
      facts.put(
          "recent/" + i,
          update.id()
              + " "
              + update.mode()
              + " "
              + update.headline()
              + " of "
              + update.versionCreated()
              + ", sources "
              + sources(update)
              + (contents(update.uri(), update.version()).size() > 1 ? ", contested" : ""));
    }
    if (!byNow.isEmpty()) {
      facts.put("firstOccurred", byNow.get(0).occurred().toString());
      facts.put("lastOccurred", byNow.get(byNow.size() - 1).occurred().toString());
    }
    threads(facts);
    List<RelationshipUpdate> claims = byNow.stream().filter(this::isClaim).toList();
    for (RelationshipUpdate claim : last(50, claims)) {
      facts.put("claims/" + claim.uri(), status(claim, asOf) + answers(claim));
    }
    for (String uri : uris()) {
      withdrawn(uri, facts);
    }
    return facts;
  }

  // Versions

  private Set<String> uris() {
    return publications.keySet();
  }

  private List<RelationshipUpdate> visible(String uri) {
    return publications.getOrDefault(uri, List.of()).stream()
        .filter(update -> !update.versionCreated().isAfter(knownAt))
        .filter(
            update -> update.embargoedUntil() == null || !update.embargoedUntil().isAfter(knownAt))
        .toList();
  }

  /** The different contents of one version, each with the earliest instant of its publication. */
  private List<RelationshipUpdate> contents(String uri, int version) {
    List<RelationshipUpdate> contents = new ArrayList<>();
    for (RelationshipUpdate update : visible(uri)) {
      if (update.version() != version) {
        continue;
      }
      boolean found = false;
      for (int i = 0; i < contents.size(); i++) {
        if (sameContent(contents.get(i), update)) {
          found = true;
          if (update.versionCreated().isBefore(contents.get(i).versionCreated())) {
            contents.set(i, update);
          }
        }
      }
      if (!found) {
        contents.add(update);
      }
    }
    return contents;
  }

  private static boolean sameContent(RelationshipUpdate one, RelationshipUpdate other) {
    return one.toBuilder()
        .sources(List.of())
        .versionCreated(other.versionCreated())
        .build()
        .equals(other.toBuilder().sources(List.of()).build());
  }

  private @Nullable RelationshipUpdate counting(String uri) {
    int highest = visible(uri).stream().mapToInt(RelationshipUpdate::version).max().orElse(0);
    RelationshipUpdate counts = null;
    for (RelationshipUpdate content : contents(uri, highest)) {
      if (counts == null || wins(content, counts)) {
        counts = content;
      }
    }
    return counts;
  }

  private static boolean wins(RelationshipUpdate one, RelationshipUpdate other) {
    return one.versionCreated().equals(other.versionCreated())
        ? UpdateJson.contentHash(one).compareTo(UpdateJson.contentHash(other)) > 0
        : one.versionCreated().isAfter(other.versionCreated());
  }

  private @Nullable Attribution claimantOnce(RelationshipUpdate counts) {
    if (counts.standing() != Standing.CONFIRMED) {
      return null;
    }
    for (int version = counts.version() - 1; version > 0; version--) {
      RelationshipUpdate claim = null;
      for (RelationshipUpdate content : contents(counts.uri(), version)) {
        if (content.standing() == Standing.CLAIMED && (claim == null || wins(content, claim))) {
          claim = content;
        }
      }
      if (claim != null) {
        return claim.attributedTo();
      }
    }
    return null;
  }

  private int revision() {
    int revision = 0;
    for (String uri : uris()) {
      Set<Integer> versions = new HashSet<>();
      visible(uri).forEach(update -> versions.add(update.version()));
      for (int version : versions) {
        revision += contents(uri, version).size();
      }
    }
    return revision;
  }

  private int sources(RelationshipUpdate counts) {
    Set<String> families = new HashSet<>();
    for (RelationshipUpdate update : visible(counts.uri())) {
      if (update.version() == counts.version() && sameContent(update, counts)) {
        for (Source source : update.sources()) {
          String family = source.family();
          families.add((family == null ? source.name() : family).toLowerCase(Locale.ROOT));
        }
      }
    }
    return families.size();
  }

  private void withdrawn(String uri, Map<String, String> facts) {
    RelationshipUpdate counts = counting(uri);
    if (counts == null || counts.pubStatus() == PubStatus.USABLE) {
      return;
    }
    boolean usableOnce =
        visible(uri).stream()
            .anyMatch(
                update ->
                    update.version() <= counts.version() && update.pubStatus() == PubStatus.USABLE);
    if (usableOnce) {
      facts.put("withdrawn/" + uri, counts.version() + " " + counts.pubStatus().word());
    }
  }

  // What counts by a day

  private static <T> List<T> last(int most, List<T> of) {
    return of.subList(Math.max(0, of.size() - most), of.size());
  }

  private List<RelationshipUpdate> upTo(LocalDate day) {
    return counted.stream().filter(u -> !u.occurred().earliest().isAfter(day)).toList();
  }

  // Claims

  private boolean isClaim(RelationshipUpdate update) {
    return update.standing() == Standing.CLAIMED || claimedOnce.containsKey(update.uri());
  }

  private String answers(RelationshipUpdate claim) {
    List<String> answers = new ArrayList<>();
    if (claim.standing() != Standing.CLAIMED) {
      answers.add(", confirms");
    }
    for (RelationshipUpdate answer : upTo(asOf)) {
      Position position = position(answer, claim);
      if (position != null) {
        answers.add(", " + position.word() + " by " + answer.uri());
      }
    }
    return String.join("", last(10, answers));
  }

  /** What an update says of a claim; absent, when it says nothing of it that counts. */
  private static @Nullable Position position(RelationshipUpdate answer, RelationshipUpdate claim) {
    Response responds = answer.responds();
    return responds == null
            || answer.standing() == Standing.CLAIMED
            || answer.uri().equals(claim.uri())
            || !responds.uri().equals(claim.uri())
        ? null
        : responds.position();
  }

  private String status(RelationshipUpdate claim, LocalDate day) {
    Attribution attribution =
        claim.standing() == Standing.CLAIMED ? claim.attributedTo() : claimedOnce.get(claim.uri());
    Party claimant = attribution == null ? null : attribution.party();
    boolean confirmed = claim.standing() == Standing.CONFIRMED;
    boolean denied = false;
    boolean retracted = false;
    for (RelationshipUpdate answer : upTo(day)) {
      Position position = position(answer, claim);
      if (position == null) {
        continue;
      }
      boolean own = answer.actor().equals(claimant);
      switch (position) {
        case CONFIRMS -> confirmed |= !own;
        case DENIES -> denied = true;
        case RETRACTS -> retracted |= own || claimant == null;
      }
    }
    if (retracted) {
      return "retracted";
    }
    if (confirmed && denied) {
      return "disputed";
    }
    return confirmed ? "confirmed" : denied ? "denied" : "claimed";
  }

  /** Of what happened by this day, all but the claims that nobody had confirmed by then. */
  private List<RelationshipUpdate> certain(LocalDate day) {
    return upTo(day).stream()
        .filter(u -> u.standing() != Standing.CLAIMED || status(u, day).equals("confirmed"))
        .toList();
  }

  // Threads

  private void threads(Map<String, String> facts) {
    Map<ThreadId, List<RelationshipUpdate>> threads = new TreeMap<>();
    for (RelationshipUpdate update : certain(asOf)) {
      Contribution contribution = moves(update);
      if (contribution != null) {
        threads.computeIfAbsent(contribution.id(), id -> new ArrayList<>()).add(update);
      }
    }
    List<Stand> inForce = new ArrayList<>();
    List<Stand> over = new ArrayList<>();
    threads.forEach(
        (id, moves) -> {
          Stand stand = thread(id, moves);
          boolean isOver = stand.what().startsWith("ended") || stand.what().startsWith("lapsed");
          (isOver ? over : inForce).add(stand);
        });
    over.sort(Stand.LATEST_LAST);
    inForce.sort(Stand.LATEST_LAST);
    last(10, over).forEach(stand -> facts.put("thread/" + stand.id(), stand.what()));
    last(100, inForce).forEach(stand -> facts.put("thread/" + stand.id(), stand.what()));
  }

  private record Stand(ThreadId id, EdtfDate changed, String what) {
    static final Comparator<Stand> LATEST_LAST =
        Comparator.comparing((Stand stand) -> stand.changed.earliest())
            .thenComparing(stand -> stand.changed.latest())
            .thenComparing(Stand::id, Comparator.reverseOrder());
  }

  private static @Nullable Contribution moves(RelationshipUpdate update) {
    return update.thread() != null
            || update.standing() == Standing.REPORTED
            || !isState(update.actorSector())
            || !isState(update.counterpartSector())
        ? update.thread()
        : update.mode().thread().orElse(null);
  }

  private Stand thread(ThreadId id, List<RelationshipUpdate> moves) {
    String state = "";
    EdtfDate since = moves.get(0).occurred();
    EdtfDate until = null;
    EdtfDate untilBefore = null;
    boolean held = false;
    for (RelationshipUpdate update : moves) {
      Contribution contribution = moves(update);
      if (contribution == null) {
        continue;
      }
      boolean over = state.equals("ended") || isPast(until, update.occurred().earliest());
      if (over && contribution.effect() != Effect.ENDS) {
        since = update.occurred();
        state = "";
        until = null;
        untilBefore = null;
        held = false;
      }
      boolean holds =
          contribution.effect() != Effect.SUSPENDS && contribution.effect() != Effect.ENDS;
      since = holds && !held ? update.occurred() : since;
      held |= holds;
      EdtfDate given = contribution.until();
      switch (contribution.effect()) {
        case BEGINS -> {
          state = "in-force";
          until = given;
        }
        case CHANGES -> {
          state = "in-force";
          until = given == null ? until : given;
        }
        case SUSPENDS -> {
          untilBefore = state.equals("suspended") ? untilBefore : until;
          state = "suspended";
          until = given == null ? until : given;
        }
        case RESUMES -> {
          until = given != null ? given : state.equals("suspended") ? untilBefore : until;
          state = "in-force";
        }
        case ENDS -> {
          state = "ended";
          until = null;
        }
      }
    }
    EdtfDate changed = moves.get(moves.size() - 1).occurred();
    if (until != null && isPast(until, asOf)) {
      state = "lapsed";
      changed = until;
    }
    return new Stand(
        id, changed, state + " since " + since + (until == null ? "" : " until " + until));
  }

  private static boolean isPast(@Nullable EdtfDate until, LocalDate day) {
    return until != null && until.latest().isBefore(day);
  }

  // The climate

  /**
   * What it finds.
   *
   * @param score absent, when it is quiet
   * @param quietSince there, when it is quiet
   */
  public record Climate(
      @Nullable BigDecimal score,
      @Nullable BigDecimal change,
      BigDecimal evidence,
      int updates,
      @Nullable LocalDate quietSince) {}

  public Climate climate() {
    List<RelationshipUpdate> all = betweenStates();
    List<RelationshipUpdate> counted = all.stream().filter(u -> age(u) < 730).toList();
    BigDecimal evidence = evidence(counted, true);
    boolean quiet = isThin(evidence);
    return new Climate(
        quiet ? null : score(counted, true),
        quiet ? null : change(counted),
        evidence.setScale(1, RoundingMode.HALF_UP),
        counted.size(),
        quiet && !all.isEmpty() ? last(all) : null);
  }

  private @Nullable BigDecimal change(List<RelationshipUpdate> counted) {
    List<RelationshipUpdate> last = counted.stream().filter(u -> age(u) < 365).toList();
    List<RelationshipUpdate> before = counted.stream().filter(u -> age(u) >= 365).toList();
    return isThin(evidence(last, false)) || isThin(evidence(before, false))
        ? null
        : score(last, false).subtract(score(before, false));
  }

  private List<RelationshipUpdate> betweenStates() {
    return certain(asOf).stream()
        .filter(u -> isState(u.actorSector()) && isState(u.counterpartSector()))
        .toList();
  }

  private static boolean isState(@Nullable Sector sector) {
    return sector == null || List.of("GOV", "MIL", "SPY", "LEG").contains(sector.code());
  }

  private static LocalDate last(List<RelationshipUpdate> updates) {
    return updates.stream()
        .map(u -> u.occurred().earliest())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private long age(RelationshipUpdate update) {
    return ChronoUnit.DAYS.between(update.occurred().earliest(), asOf);
  }

  private static boolean isThin(BigDecimal evidence) {
    return evidence.compareTo(BigDecimal.valueOf(3)) <= 0;
  }

  /** In single reports of today. */
  private BigDecimal evidence(List<RelationshipUpdate> updates, boolean fading) {
    return sum(updates, fading, u -> 1);
  }

  private BigDecimal score(List<RelationshipUpdate> updates, boolean fading) {
    BigDecimal pull =
        sum(updates, fading, u -> u.mode().weightTenths() * (u.mode().weightTenths() < 0 ? 2 : 1));
    BigDecimal below = evidence(updates, fading).add(BigDecimal.valueOf(25));
    BigDecimal score = pull.divide(below.multiply(BigDecimal.TEN), DIGITS);
    return score.min(BigDecimal.TEN).max(BigDecimal.TEN.negate()).setScale(2, RoundingMode.HALF_UP);
  }

  /** Day by day: what its updates come to, less for each as there are more, and with their age. */
  private BigDecimal sum(
      List<RelationshipUpdate> updates, boolean fading, ToIntFunction<RelationshipUpdate> of) {
    Map<Long, List<RelationshipUpdate>> days = new TreeMap<>();
    for (RelationshipUpdate update : updates) {
      days.computeIfAbsent(age(update), d -> new ArrayList<>()).add(update);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Long, List<RelationshipUpdate>> began : days.entrySet()) {
      long all = 0;
      for (RelationshipUpdate update : began.getValue()) {
        all += reports(update) * of.applyAsInt(update);
      }
      long thousandths = Math.round(all / Math.sqrt(began.getValue().size()));
      long days730 = fading ? 730 - began.getKey() : 730;
      sum = sum.add(BigDecimal.valueOf(thousandths, 3).multiply(BigDecimal.valueOf(days730)));
    }
    return sum.divide(BigDecimal.valueOf(730), DIGITS);
  }

  /** In thousandths: of each family of sources the best, half as much for each reason to doubt. */
  private long reports(RelationshipUpdate counts) {
    if (counts.standing() != Standing.REPORTED) {
      return 3_000;
    }
    Map<String, Integer> families = new TreeMap<>();
    for (RelationshipUpdate update : visible(counts.uri())) {
      if (update.version() == counts.version() && sameContent(update, counts)) {
        for (Source source : update.sources()) {
          String family = source.family() == null ? source.name() : source.family();
          int share = 1_000;
          for (Doubt doubt : source.doubts()) {
            share = doubt == Doubt.MACHINE_CODED ? share : share / 2;
          }
          families.merge(family.toLowerCase(Locale.ROOT), share, Math::max);
        }
      }
    }
    int all = families.values().stream().mapToInt(share -> share).sum();
    return families.isEmpty() ? 1_000 : Math.min(3_000, all);
  }
}
