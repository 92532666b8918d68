package dev.tidings.relationship.edition;

import java.time.Instant;

/**
 * An edition of an update, as its relationship holds it: whoever remembers it remembers its uri in
 * no memory of its own.
 */
public interface IssuedEdition {

  /** When it was first issued. */
  Instant created();

  String uri();
}
