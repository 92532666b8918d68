package dev.tidings.gateway;

import dev.tidings.http.Publisher;
import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One submission of a request: the updates that it stands for, or what is wrong with it.
 *
 * @param at where it stands in the request; empty, it is all of it
 * @param status 202 when nothing is wrong, else what it would be answered with by itself
 */
record Item(String at, List<RelationshipUpdate> updates, int status, List<Problem> problems) {

  Item {
    updates = List.copyOf(updates);
    problems = List.copyOf(problems);
  }

  static Item good(String at, List<RelationshipUpdate> updates) {
    return new Item(at, updates, 202, List.of());
  }

  static Item bad(String at, int status, List<Problem> problems) {
    List<Problem> placed =
        problems.stream().map(p -> new Problem(place(at, p.field()), p.message())).toList();
    return new Item(at, List.of(), status, placed);
  }

  boolean isGood() {
    return problems.isEmpty();
  }

  /** The same, or refused because this publisher may not publish it. */
  Item by(Publisher publisher, Index index) {
    List<Problem> found = new ArrayList<>(new Rights(publisher, index).problems(updates));
    if (!updates.isEmpty()) {
      Optional<String> owned = index.whyNot(updates.get(0).uri(), publisher);
      owned.ifPresent(why -> found.add(new Problem("uri", why)));
    }
    return found.isEmpty() ? this : bad(at, 403, found);
  }

  private static String place(String at, String field) {
    if (at.isEmpty() || field.isEmpty()) {
      return at + field;
    }
    return at + (at.startsWith("[") ? "." : ": ") + field;
  }
}
