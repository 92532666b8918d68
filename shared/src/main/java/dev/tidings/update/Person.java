package dev.tidings.update;

import dev.tidings.party.Party;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who took part.
 *
 * @param name 1 … 200 characters
 * @param role 1 … 200 characters
 */
public record Person(String name, @Nullable String role, @Nullable Party party) {

  public Person {
    Text.line("name", name, 200);
    if (role != null) {
      Text.line("role", role, 200);
    }
  }
}
