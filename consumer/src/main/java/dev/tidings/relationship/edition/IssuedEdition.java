package dev.tidings.relationship.edition;

import java.time.Instant;

/**
 * An edition of an update, as its relationship holds it. Whoever keeps a reference to it can ask
 * for the uri, and needs no memory for its text.
 */
public interface IssuedEdition {

  /** When it was first issued. */
  Instant created();

  String uri();
}
