package dev.tidings.update;

import static dev.tidings.update.Effect.BEGINS;
import static dev.tidings.update.Effect.CHANGES;
import static dev.tidings.update.Effect.ENDS;
import static dev.tidings.update.Effect.RESUMES;
import static dev.tidings.update.Effect.SUSPENDS;
import static dev.tidings.update.Kind.AGREEMENT;
import static dev.tidings.update.Kind.BORDER;
import static dev.tidings.update.Kind.COOPERATION;
import static dev.tidings.update.Kind.DIPLOMACY;
import static dev.tidings.update.Kind.INCIDENT;
import static dev.tidings.update.Kind.SANCTION;
import static dev.tidings.update.Kind.STATEMENT;
import static dev.tidings.update.Kind.VISIT;

import dev.tidings.text.PlainText;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of modes: for each its kind, PLOVER type and mode, weight in the climate, urgency, and
 * the thread that it moves when an update names none.
 *
 * <p>Types, modes and scores are those of the PLOVER manual (draft 0.8, 2021); a mode that PLOVER
 * does not know has type {@code -} and weight 0. Three weights are other ones: PLOVER scores a
 * visit and a conference much higher than a meeting, though enemies go to both, and it has no mode
 * for a signed agreement. A visit (2.8), a conference (2.5, as a meeting) and an agreement (8.0)
 * have the Goldstein values of CAMEO's codes 043, 044 and 057. Only modes that by themselves say
 * what is in force move a thread: one strike makes no war, and a conflict is opened by whoever
 * names it.
 */
public enum Mode implements WireWord {
  // kind, word, PLOVER type and mode, weight in tenths, urgency, thread, effect
  STATE_VISIT(VISIT, "state-visit", "CONSULT/visit", 28, 4),
  OFFICIAL_VISIT(VISIT, "visit", "CONSULT/visit", 28, 5),
  MEETING(VISIT, "meeting", "CONSULT", 25, 5),
  MULTILATERAL(VISIT, "multilateral", "CONSULT/multilateral", 25, 6),
  CALL(VISIT, "call", "CONSULT/phone", 15, 5),
  MEDIATION(VISIT, "mediation", "CONSULT", 25, 4),

  BORDER_AGREEMENT(BORDER, "agreement", "AGREE", 25, 4),
  BORDER_TALKS(BORDER, "talks", "CONSULT", 25, 6),
  OPENS(BORDER, "opens", "RETREAT/access", 65, 4, "border", BEGINS),
  RESTRICTS(BORDER, "restricts", "SANCTION", -60, 4, "border", CHANGES),
  CLOSES(BORDER, "closes", "COERCE/restrict", -70, 3, "border", SUSPENDS),

  SIGNED(AGREEMENT, "signed", "SUPPORT", 80, 4),
  IN_FORCE(AGREEMENT, "in-force", "SUPPORT", 80, 5),
  PACT(AGREEMENT, "pact", "COOPERATE", 95, 3),
  SUSPENDED(AGREEMENT, "suspended", "REJECT", -20, 4),
  ENDED(AGREEMENT, "ended", "SANCTION/withdraw", -60, 4),
  AGREEMENT_TALKS(AGREEMENT, "talks", "AGREE", 25, 6),

  RECOGNITION(DIPLOMACY, "recognition", "SUPPORT", 50, 3, "ties", BEGINS),
  EMBASSY_OPENED(DIPLOMACY, "embassy-opened", "SUPPORT", 50, 4, "embassies", BEGINS),
  EMBASSY_CLOSED(DIPLOMACY, "embassy-closed", "SANCTION/withdraw", -60, 3, "embassies", ENDS),
  RECALLED(DIPLOMACY, "recalled", "SANCTION/withdraw", -60, 3, "ambassadors", SUSPENDS),
  RETURNED(DIPLOMACY, "returned", "SUPPORT", 50, 4, "ambassadors", RESUMES),
  SEVERED(DIPLOMACY, "severed", "SANCTION/discontinue", -60, 2, "ties", ENDS),
  RESTORED(DIPLOMACY, "restored", "SUPPORT", 50, 3, "ties", RESUMES),
  EXPELLED(DIPLOMACY, "expelled", "SANCTION/expel", -55, 3),

  SUPPORT(COOPERATION, "support", "SUPPORT", 50, 5),
  ECONOMIC(COOPERATION, "economic", "COOPERATE", 95, 5),
  MILITARY(COOPERATION, "military", "COOPERATE", 95, 4),
  AID(COOPERATION, "aid", "AID", 100, 5),
  JUDICIAL(COOPERATION, "judicial", "COOPERATE", 95, 6),
  CONCESSION(COOPERATION, "concession", "CONCEDE", 45, 5),

  SOLIDARITY(STATEMENT, "solidarity", "SUPPORT", 50, 6),
  PRAISE(STATEMENT, "praise", "SUPPORT", 50, 7),
  COMMENT(STATEMENT, "comment", "-", 0, 7),
  REQUEST(STATEMENT, "request", "REQUEST", 0, 6),
  CRITICISM(STATEMENT, "criticism", "ACCUSE/disapprove", -20, 6),
  ACCUSATION(STATEMENT, "accusation", "ACCUSE/allege", -35, 5),
  DENIAL(STATEMENT, "denial", "-", 0, 6),
  REJECTION(STATEMENT, "rejection", "REJECT", -20, 5),
  THREAT(STATEMENT, "threat", "THREATEN", -35, 4),
  PROTEST(STATEMENT, "protest", "PROTEST", -50, 5),

  IMPOSED(SANCTION, "imposed", "SANCTION", -60, 3, "sanctions", BEGINS),
  WIDENED(SANCTION, "widened", "SANCTION", -60, 4, "sanctions", CHANGES),
  EASED(SANCTION, "eased", "CONCEDE", 45, 4, "sanctions", CHANGES),
  LIFTED(SANCTION, "lifted", "RETREAT", 65, 3, "sanctions", ENDS),

  STRIKE(INCIDENT, "strike", "ASSAULT/aerial", -95, 2),
  CLASH(INCIDENT, "clash", "ASSAULT/firearms", -90, 3),
  SEIZURE(INCIDENT, "seizure", "COERCE/seize", -70, 3),
  ARREST(INCIDENT, "arrest", "COERCE/arrest", -70, 6),
  DEPORTATION(INCIDENT, "deportation", "COERCE/deport", -70, 6),
  ATTACK(INCIDENT, "attack", "ASSAULT", -90, 3),
  ABDUCTION(INCIDENT, "abduction", "ASSAULT/abduct", -85, 3),
  CYBER(INCIDENT, "cyber", "COERCE/cyber", -70, 4),
  MOBILISATION(INCIDENT, "mobilisation", "MOBILIZE/troops", -65, 3),
  BLOCKADE(INCIDENT, "blockade", "COERCE/restrict", -70, 2, "blockade", BEGINS),
  CEASEFIRE(INCIDENT, "ceasefire", "RETREAT/ceasefire", 75, 2),
  WITHDRAWAL(INCIDENT, "withdrawal", "RETREAT/withdraw", 80, 4),
  RELEASE(INCIDENT, "release", "RETREAT/release", 65, 5),
  DEESCALATION(INCIDENT, "deescalation", "RETREAT", 65, 4);

  /** The modes of each kind by their words, in the order in which they stand here. */
  private static final Map<Kind, Map<String, Mode>> BY_KIND = byKind();

  private static final Map<Mode, Contribution> THREADS = threads();

  private final Kind kind;
  private final String word;
  private final String plover;
  private final int weightTenths;
  private final int urgency;
  private final @Nullable String thread;
  private final @Nullable Effect effect;

  Mode(Kind kind, String word, String plover, int weightTenths, int urgency) {
    this(kind, word, plover, weightTenths, urgency, null, null);
  }

  Mode(
      Kind kind,
      String word,
      String plover,
      int weightTenths,
      int urgency,
      @Nullable String thread,
      @Nullable Effect effect) {
    this.kind = kind;
    this.word = word;
    this.plover = plover;
    this.weightTenths = weightTenths;
    this.urgency = urgency;
    this.thread = thread;
    this.effect = effect;
  }

  /** The kind's mode with this word; {@link IllegalArgumentException} names the ones there are. */
  public static Mode of(Kind kind, String word) {
    Map<String, Mode> modes = BY_KIND.getOrDefault(kind, Map.of());
    Mode mode = modes.get(word);
    if (mode == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' is no mode of %s; expected one of %s",
              PlainText.clip(word),
              kind.word(),
              String.join(", ", modes.keySet())));
    }
    return mode;
  }

  private static Map<Kind, Map<String, Mode>> byKind() {
    Map<Kind, Map<String, Mode>> modes = new EnumMap<>(Kind.class);
    for (Mode mode : values()) {
      modes.computeIfAbsent(mode.kind, kind -> new LinkedHashMap<>()).put(mode.word, mode);
    }
    return modes;
  }

  private static Map<Mode, Contribution> threads() {
    Map<Mode, Contribution> threads = new EnumMap<>(Mode.class);
    for (Mode mode : values()) {
      if (mode.thread != null && mode.effect != null) {
        threads.put(mode, new Contribution(new ThreadId(mode.thread), mode.effect, null, null));
      }
    }
    return threads;
  }

  @Override
  public String word() {
    return word;
  }

  public Kind kind() {
    return kind;
  }

  /** PLOVER's {@code TYPE} or {@code TYPE/mode}; {@code -} where it has none. */
  public String plover() {
    return plover;
  }

  /** What an update of this mode adds to the climate, in tenths: −100 … +100. */
  public int weightTenths() {
    return weightTenths;
  }

  /** The urgency of an update that states none: 1 (flash) … 9 (background). */
  public int urgency() {
    return urgency;
  }

  /**
   * The threads that updates of a kind move, by their families: those of its modes, the kind's own
   * word, and the conflicts that whoever reports an incident opens by naming them.
   */
  public static Set<String> families(Kind kind) {
    Stream<String> ofModes =
        Arrays.stream(values())
            .filter(mode -> mode.kind == kind)
            .flatMap(mode -> mode.thread().stream())
            .map(contribution -> contribution.id().family());
    Stream<String> named = kind == INCIDENT ? Stream.of("conflict") : Stream.empty();
    return Stream.of(Stream.of(kind.word()), ofModes, named)
        .flatMap(families -> families)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What an update of this mode does when it names no thread. */
  public Optional<Contribution> thread() {
    return Optional.ofNullable(THREADS.get(this));
  }
}
