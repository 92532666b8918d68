package dev.tidings.relationship.news;

import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.UpdateJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a notification: the same news has the same id, whichever worker tells it. */
final class NotificationId {

  private NotificationId() {}

  /** The id of what became of an update. */
  static String of(
      Relationship relationship, Transition transition, RelationshipUpdate update, Reason reason) {
    return of(
        relationship, update.uri(), update.version(), reason, discriminator(transition, reason));
  }

  /**
   * The id of any news.
   *
   * @param discriminator tells it from other news of the same version for the same reason
   */
  static String of(
      Relationship relationship, String uri, int version, Reason reason, String discriminator) {
    String all =
        String.join("\n", relationship.key(), uri, "" + version, reason.word(), discriminator);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Nothing for the first news of a version; of one that is told of again, the record. Whichever
   * record corroborates an edition, it is corroborated once.
   */
  private static String discriminator(Transition transition, Reason reason) {
    RelationshipUpdate cause = transition.cause();
    if (reason == Reason.CORROBORATED) {
      return UpdateJson.contentHash(cause);
    }
    return Reasons.version(transition.before()) < Reasons.version(transition.after())
        ? ""
        : UpdateJson.contentHash(cause) + cause.versionCreated();
  }
}
