package dev.tidings.relationship.words;

import dev.tidings.party.Party;
import dev.tidings.summary.Claim;
import dev.tidings.summary.StandingThread;
import dev.tidings.update.Attribution;
import dev.tidings.update.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What threads and claims are called in a sentence: the same in a summary, in the difference
 * between two of them and in a notification.
 */
public final class Phrases {

  private Phrases() {}

  /** A thread's name as words: {@code border: pilgrims}, {@code diplomatic ties}. */
  public static String name(StandingThread thread) {
    String id = thread.thread().id();
    return switch (id) {
      case "ties" -> "diplomatic ties";
      case "ambassadors" -> "exchange of ambassadors";
      default -> {
        int slash = id.indexOf('/');
        if (slash < 0) {
          yield id.replace('-', ' ');
        }
        String rest = id.substring(slash + 1).replace('/', ' ');
        boolean aDate = Character.isDigit(rest.charAt(0));
        yield id.substring(0, slash)
            + (aDate ? " of " + rest : " (" + rest.replace('-', ' ') + ")");
      }
    };
  }

  /** What became of a claim. */
  public static String outcome(Claim claim) {
    return switch (claim.status()) {
      case CLAIMED -> "nobody has confirmed it";
      case DENIED -> "denied" + deniers(claim);
      case DISPUTED -> "some confirm and some deny it";
      case CONFIRMED -> "confirmed";
      case RETRACTED -> "taken back";
    };
  }

  /** The claim and the answers to it that are listed. */
  public static List<String> restsOn(Claim claim) {
    List<String> updates = new ArrayList<>(List.of(claim.uri()));
    claim.responses().forEach(answer -> updates.add(answer.update()));
    return updates.stream().distinct().toList();
  }

  /** As far as their answers are listed. */
  private static String deniers(Claim claim) {
    String names =
        claim.responses().stream()
            .filter(answer -> answer.position() == Position.DENIES)
            .map(Claim.Answer::by)
            .map(party -> party == null ? "the desk" : party.nameInSentence())
            .distinct()
            .collect(Collectors.joining(" and "));
    return names.isEmpty() ? "" : " by " + names;
  }

  /** Such as {@code " by Iran"}; nothing where nobody is named. */
  public static String claimant(Claim claim) {
    Attribution by = claim.attributedTo();
    if (by == null) {
      return "";
    }
    String person = by.name() == null ? by.role() : by.name();
    Party party = by.party();
    if (person == null) {
      return party == null ? "" : " by " + party.nameInSentence();
    }
    return " by " + person + (party == null ? "" : " of " + party.nameInSentence());
  }

  /** A text without the full stop at its end: the sentence has its own. */
  public static String unstopped(String text) {
    String plain = text.strip();
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
