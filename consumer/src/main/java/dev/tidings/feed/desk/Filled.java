package dev.tidings.feed.desk;

import dev.tidings.http.Parameters;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A form sends a field that nobody filled in as an empty one; a page takes that as none. */
final class Filled {

  private Filled() {}

  static Parameters parameters(Context request) {
    Map<String, List<String>> filled = new TreeMap<>();
    request
        .queryParamMap()
        .forEach(
            (name, values) -> {
              List<String> left = values.stream().filter(value -> !value.isBlank()).toList();
              if (!left.isEmpty()) {
                filled.put(name, left);
              }
            });
    return new Parameters(filled);
  }
}
