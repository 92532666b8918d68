package dev.tidings.wire;

import dev.tidings.update.RelationshipUpdate;
import java.util.List;

/**
 * What a user handed in.
 *
 * @param updates one; of a multilateral statement one for each pair, all under one uri
 * @param issuedOnReceipt whether it does not say when it was issued, so that it was on receipt
 */
public record Submission(List<RelationshipUpdate> updates, boolean issuedOnReceipt) {

  public Submission {
    updates = List.copyOf(updates);
  }
}
