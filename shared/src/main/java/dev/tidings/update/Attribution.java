package dev.tidings.update;

import dev.tidings.party.Party;
import dev.tidings.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a claim; at least one of the three is there.
 *
 * @param name 1 … 200 characters
 * @param role 1 … 200 characters
 */
public record Attribution(@Nullable Party party, @Nullable String name, @Nullable String role) {

  public Attribution {
    if (party == null && name == null && role == null) {
      throw new IllegalArgumentException("nobody; expected at least one of party, name, role");
    }
    if (name != null) {
      PlainText.line("name", name, 200);
    }
    if (role != null) {
      PlainText.line("role", role, 200);
    }
  }
}
