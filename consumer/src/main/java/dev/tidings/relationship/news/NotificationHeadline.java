package dev.tidings.relationship.news;

import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import dev.tidings.update.RelationshipUpdate;
import java.util.Locale;

/** The headline of a notification: that of the update, and in a word why readers are told. */
final class NotificationHeadline {

  private NotificationHeadline() {}

  /** Of an update; once it is withdrawn, without a word of what it said. */
  static String of(Relationship relationship, Reason reason, RelationshipUpdate update) {
    return switch (reason) {
      case KILL, WITHHELD ->
          String.format(
              Locale.ROOT,
              "%s: an update on %s and %s, %s",
              reason == Reason.KILL ? "Withdrawn" : "Withheld for now",
              relationship.first().nameInSentence(),
              relationship.second().nameInSentence(),
              update.occurred().inWords());
      case UPDATE,
          RELEASE,
          CORROBORATED,
          LAPSE,
          CORRECTION,
          CONFLICT,
          CLAIM_CONFIRMED,
          CLAIM_DENIED,
          CLAIM_DISPUTED,
          CLAIM_RETRACTED ->
          of(reason, update.headline());
    };
  }

  /** Of what has a headline of its own, such as a claim. */
  static String of(Reason reason, String headline) {
    return switch (reason) {
      case UPDATE, RELEASE, KILL, WITHHELD -> headline;
      case CORROBORATED -> "Another source reports: " + headline;
      case LAPSE -> "Lapsed: " + headline;
      case CORRECTION -> "Correction: " + headline;
      case CONFLICT -> "Published with different contents: " + headline;
      case CLAIM_CONFIRMED -> "Confirmed: " + headline;
      case CLAIM_DENIED -> "Denied: " + headline;
      case CLAIM_DISPUTED -> "Disputed: " + headline;
      case CLAIM_RETRACTED -> "Taken back: " + headline;
    };
  }
}
