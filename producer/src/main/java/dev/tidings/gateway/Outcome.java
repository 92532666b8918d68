package dev.tidings.gateway;

import dev.tidings.party.Relationship;
import dev.tidings.update.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with when Kafka has what it handed in.
 *
 * @param published in the order in which it was handed in
 * @param refused there when a request may be published in part
 */
record Outcome(List<Published> published, @Nullable List<Refused> refused) {

  Outcome {
    published = List.copyOf(published);
    refused = refused == null ? null : List.copyOf(refused);
  }

  /**
   * One update that Kafka has.
   *
   * @param records in the order of their relationships
   */
  record Published(String uri, int version, List<Position> records) {
    Published {
      records = List.copyOf(records);
    }
  }

  /** Where a record stands. */
  record Position(Relationship relationship, String topic, int partition, long offset) {}

  /**
   * One update that was not published.
   *
   * @param at which one: {@code [2]}, {@code line 3}
   * @param status that it would have had by itself
   */
  record Refused(String at, int status, List<Problem> errors) {
    Refused {
      errors = List.copyOf(errors);
    }
  }
}
