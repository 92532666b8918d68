package dev.tidings.intake;

import dev.tidings.update.KnownSector;
import dev.tidings.update.Mode;
import dev.tidings.update.Sector;
import java.util.Locale;

/**
 * A news line for a coded event. It says no more than all the codes of its mode do: where they
 * cover one thing or another, so does the line; where some are mutual, the line has no direction.
 * It says who acted: a country's bare name is its state, and nobody else.
 */
final class Headlines {

  private Headlines() {}

  static String of(Mode mode, Side actor, Side counterpart) {
    String line = line(mode, actor, counterpart);
    return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
  }

  /** A side as it stands within a sentence: {@code Spain}, {@code police of Spain}. */
  private static String name(Side side) {
    String party = side.party().nameInSentence();
    return side.sector() == null ? party : people(side.sector()) + " of " + party;
  }

  /** Each is a plural, because {@link #does} takes the plural of the verb with it. */
  private static String people(Sector sector) {
    return switch (known(sector)) {
      case GOV -> "officials";
      case JUD -> "courts or judges";
      case LEG -> "lawmakers";
      case MIL -> "the armed forces";
      case COP -> "police";
      case OPP -> "opposition groups";
      case PTY -> "party politicians";
      case REB -> "rebels";
      case PRM -> "paramilitaries";
      case SPY -> "the intelligence services";
      case UAF -> "unidentified armed groups";
      case CVL -> "people";
      case ELI -> "public figures";
      case BUS -> "businesses";
      case EDU -> "academics or students";
      case MED -> "health workers";
      case LAB -> "workers";
      case AGR -> "farmers";
      case JRN -> "journalists";
      case REF -> "refugees";
      case REL -> "religious groups";
      case SOC -> "activists";
      case CRM -> "criminals";
      case NGO -> "non-governmental groups";
      case UNK -> "unspecified people or groups";
    };
  }

  private static KnownSector known(Sector sector) {
    return sector.asKnown().orElse(KnownSector.UNK);
  }

  private static String does(Side actor, String oneDoes, String manyDo) {
    return name(actor) + " " + (actor.sector() == null ? oneDoes : manyDo);
  }

  /** Who travels: an army does not visit, its representatives do. */
  private static String visitors(Side side) {
    KnownSector sector = side.sector() == null ? KnownSector.GOV : known(side.sector());
    return switch (sector) {
      case GOV -> "officials of " + name(side);
      case MIL, SPY, OPP, REB, PRM, UAF, BUS, REL, NGO -> "representatives of " + name(side);
      case JUD, LEG, COP, PTY, CVL, ELI, EDU, MED, LAB, AGR, JRN, REF, SOC, CRM, UNK -> name(side);
    };
  }

  /** The people whom somebody arrests or expels: nobody arrests an army. */
  private static String peopleOf(Side side) {
    KnownSector sector = side.sector() == null ? KnownSector.GOV : known(side.sector());
    return switch (sector) {
      case GOV -> "people of " + name(side);
      case MIL, SPY, OPP, PRM, UAF, REL, NGO -> "members of " + name(side);
      case BUS -> "people from " + name(side);
      case JUD, LEG, COP, PTY, REB, CVL, ELI, EDU, MED, LAB, AGR, JRN, REF, SOC, CRM, UNK ->
          name(side);
    };
  }

  /**
   * Two sides that did something together. A bare state stands first: "lawmakers of Ecuador and
   * Peru" would be the lawmakers of both.
   */
  private static String both(Side one, Side other) {
    return other.sector() == null && one.sector() != null
        ? name(other) + " and " + name(one)
        : name(one) + " and " + name(other);
  }

  private static String line(Mode mode, Side actor, Side counterpart) {
    String a = name(actor);
    String b = name(counterpart);
    String both = both(actor, counterpart);
    return switch (mode) {
      case STATE_VISIT -> does(actor, "pays", "pay") + " a state visit to " + b;
      case OFFICIAL_VISIT -> visitors(actor) + " visit " + b;
      case MEETING -> both + " hold consultations";
      case MULTILATERAL -> both + " meet with others";
      case CALL -> both + " talk by telephone";
      case MEDIATION -> does(actor, "mediates", "mediate") + " with " + b;

      case BORDER_AGREEMENT -> both + " agree on their border";
      case BORDER_TALKS -> both + " hold talks on their border";
      case OPENS -> does(actor, "opens its", "open their") + " border with " + b;
      case RESTRICTS -> does(actor, "restricts its", "restrict their") + " border with " + b;
      case CLOSES -> does(actor, "closes its", "close their") + " border with " + b;

      case SIGNED -> both + " sign an agreement";
      case IN_FORCE -> "an agreement of " + both + " is in force";
      case PACT -> both + " make a pact";
      case SUSPENDED -> "aid or talks between " + both + " are reduced or halted";
      case ENDED -> does(actor, "ends", "end") + " an agreement with " + b;
      case AGREEMENT_TALKS -> "talks or offers of cooperation between " + both;

      case RECOGNITION -> does(actor, "recognises", "recognise") + " " + b;
      case EMBASSY_OPENED -> does(actor, "opens", "open") + " an embassy in " + b;
      case EMBASSY_CLOSED -> does(actor, "closes its", "close their") + " embassy in " + b;
      case RECALLED -> does(actor, "reduces its", "reduce their") + " relations with " + b;
      case RETURNED -> does(actor, "sends its", "send their") + " ambassador back to " + b;
      case SEVERED -> does(actor, "breaks", "break") + " off diplomatic relations with " + b;
      case RESTORED -> does(actor, "restores", "restore") + " diplomatic relations with " + b;
      case EXPELLED ->
          does(actor, "expels ", "expel ")
              + peopleOf(counterpart)
              + (actor.sector() == null ? ", or withdraws its own" : ", or withdraw their own");

      case SUPPORT -> both + " cooperate";
      case ECONOMIC -> both + " cooperate economically";
      case MILITARY -> both + " cooperate militarily";
      case AID -> does(actor, "gives", "give") + " aid to " + b;
      case JUDICIAL -> both + " cooperate in judicial matters";
      case CONCESSION -> does(actor, "makes", "make") + " a concession to " + b;

      case SOLIDARITY -> does(actor, "expresses", "express") + " sympathy or support for " + b;
      case PRAISE -> does(actor, "praises or agrees", "praise or agree") + " with " + b;
      case COMMENT -> does(actor, "makes", "make") + " a statement about " + b;
      case REQUEST -> does(actor, "makes", "make") + " a request or demand of " + b;
      case CRITICISM -> does(actor, "criticises", "criticise") + " " + b;
      case ACCUSATION -> does(actor, "accuses or investigates", "accuse or investigate") + " " + b;
      case DENIAL -> does(actor, "denies", "deny") + " responsibility towards " + b;
      case REJECTION -> does(actor, "rejects", "reject") + " a proposal or position of " + b;
      case THREAT -> does(actor, "threatens or puts", "threaten or put") + " pressure on " + b;
      case PROTEST -> "protest from " + a + " against " + b;

      case IMPOSED ->
          does(actor, "imposes", "impose") + " an embargo, boycott or sanctions on " + b;
      case WIDENED -> does(actor, "widens its", "widen their") + " sanctions on " + b;
      case EASED -> does(actor, "eases", "ease") + " an embargo, boycott or sanctions on " + b;
      case LIFTED -> does(actor, "lifts its", "lift their") + " sanctions on " + b;

      case STRIKE -> does(actor, "uses", "use") + " aerial weapons against " + b;
      case CLASH -> does(actor, "uses", "use") + " armed force against " + b;
      case SEIZURE -> does(actor, "seizes", "seize") + " property or territory of " + b;
      case ARREST ->
          does(actor, "arrests, detains or prosecutes ", "arrest, detain or prosecute ")
              + peopleOf(counterpart);
      case DEPORTATION ->
          does(actor, "expels or deports ", "expel or deport ") + peopleOf(counterpart);
      case ATTACK -> "violence from " + a + " against " + b;
      case ABDUCTION -> "abduction or hostage-taking from " + a + " against " + b;
      case CYBER -> "cyber attack from " + a + " on " + b;
      case MOBILISATION ->
          does(actor, "shows or mobilises", "show or mobilise") + " military power towards " + b;
      case BLOCKADE ->
          does(actor, "blockades or restricts", "blockade or restrict") + " movement against " + b;
      case CEASEFIRE -> both + " declare a truce or ceasefire";
      case WITHDRAWAL ->
          does(actor, "retreats or withdraws", "retreat or withdraw") + " forces facing " + b;
      case RELEASE ->
          does(actor, "releases or returns", "release or return") + " people or property to " + b;
      case DEESCALATION -> does(actor, "eases", "ease") + " military pressure on " + b;
    };
  }
}
