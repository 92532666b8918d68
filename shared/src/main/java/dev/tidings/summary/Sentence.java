package dev.tidings.summary;

import java.util.List;

/**
 * A sentence that an editor could publish.
 *
 * @param updates the uris that it rests on
 */
public record Sentence(String sentence, List<String> updates) {

  public Sentence {
    updates = List.copyOf(updates);
  }
}
