package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.update.Mode;
import java.util.Locale;

/**
 * A news line for a coded event. It says no more than all the codes of its mode do: where they
 * cover one thing or another, so does the line; where some are mutual, the line has no direction;
 * and where a citizen or a rebel may have acted, it says "from" the country rather than "by" it.
 */
final class Headlines {

  private Headlines() {}

  static String of(Mode mode, Party actor, Party counterpart) {
    String line = line(mode, actor.nameInSentence(), counterpart.nameInSentence());
    return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
  }

  private static String line(Mode mode, String a, String b) {
    return switch (mode) {
      case STATE_VISIT -> a + " pays a state visit to " + b;
      case OFFICIAL_VISIT -> "officials of " + a + " visit " + b;
      case MEETING -> a + " and " + b + " hold consultations";
      case MULTILATERAL -> a + " and " + b + " meet with others";
      case CALL -> a + " and " + b + " talk by telephone";
      case MEDIATION -> a + " mediates with " + b;

      case BORDER_AGREEMENT -> a + " and " + b + " agree on their border";
      case BORDER_TALKS -> a + " and " + b + " hold talks on their border";
      case OPENS -> a + " opens its border with " + b;
      case RESTRICTS -> a + " restricts its border with " + b;
      case CLOSES -> a + " closes its border with " + b;

      case SIGNED -> a + " and " + b + " sign an agreement";
      case IN_FORCE -> "an agreement of " + a + " and " + b + " is in force";
      case PACT -> a + " and " + b + " make a pact";
      case SUSPENDED -> "aid or talks between " + a + " and " + b + " are reduced or halted";
      case ENDED -> a + " ends an agreement with " + b;
      case AGREEMENT_TALKS -> "talks or offers of cooperation between " + a + " and " + b;

      case RECOGNITION -> a + " recognises " + b;
      case EMBASSY_OPENED -> a + " opens an embassy in " + b;
      case EMBASSY_CLOSED -> a + " closes its embassy in " + b;
      case RECALLED -> a + " reduces its diplomatic relations with " + b;
      case RETURNED -> a + " sends its ambassador back to " + b;
      case SEVERED -> a + " breaks off diplomatic relations with " + b;
      case RESTORED -> a + " restores diplomatic relations with " + b;
      case EXPELLED -> a + " expels people of " + b + ", or withdraws its own";

      case SUPPORT -> a + " and " + b + " cooperate";
      case ECONOMIC -> a + " and " + b + " cooperate economically";
      case MILITARY -> a + " and " + b + " cooperate militarily";
      case AID -> a + " gives aid to " + b;
      case JUDICIAL -> a + " and " + b + " cooperate in judicial matters";
      case CONCESSION -> a + " makes a concession to " + b;

      case SOLIDARITY -> a + " expresses sympathy or support for " + b;
      case PRAISE -> a + " praises or agrees with " + b;
      case COMMENT -> a + " makes a statement about " + b;
      case REQUEST -> a + " makes a request or demand of " + b;
      case CRITICISM -> a + " criticises " + b;
      case ACCUSATION -> a + " accuses or investigates " + b;
      case DENIAL -> a + " denies responsibility towards " + b;
      case REJECTION -> a + " rejects a proposal or position of " + b;
      case THREAT -> a + " threatens or puts pressure on " + b;
      case PROTEST -> "protest from " + a + " against " + b;

      case IMPOSED -> a + " imposes an embargo, boycott or sanctions on " + b;
      case WIDENED -> a + " widens its sanctions on " + b;
      case EASED -> a + " eases an embargo, boycott or sanctions on " + b;
      case LIFTED -> a + " lifts its sanctions on " + b;

      case STRIKE -> a + " uses aerial weapons against " + b;
      case CLASH -> a + " uses armed force against " + b;
      case SEIZURE -> a + " seizes people, property or territory of " + b;
      case ATTACK -> "violence from " + a + " against " + b;
      case ABDUCTION -> "abduction or hostage-taking from " + a + " against " + b;
      case CYBER -> "cyber attack from " + a + " on " + b;
      case MOBILISATION -> a + " shows or mobilises military power towards " + b;
      case BLOCKADE -> a + " blockades or restricts movement against " + b;
      case CEASEFIRE -> a + " and " + b + " declare a truce or ceasefire";
      case WITHDRAWAL -> a + " retreats or withdraws forces facing " + b;
      case RELEASE -> a + " releases or returns people or property to " + b;
      case DEESCALATION -> a + " eases military pressure on " + b;
    };
  }
}
