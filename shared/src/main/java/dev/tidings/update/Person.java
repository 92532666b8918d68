package dev.tidings.update;

import dev.tidings.party.Party;
import dev.tidings.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who took part.
 *
 * @param name 1 … 200 characters
 * @param role 1 … 200 characters
 */
public record Person(String name, @Nullable String role, @Nullable Party party) {

  public Person {
    PlainText.line("name", name, 200);
    if (role != null) {
      PlainText.line("role", role, 200);
    }
  }
}
