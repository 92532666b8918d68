package dev.tidings.bench.part;

import dev.tidings.bench.table.Result;
import java.util.List;

/** One comparison, which can be run alone. */
public interface Part {

  /** Its name on the command line, and in the file of the table. */
  String name();

  /** Runs it. */
  Result run(Session session) throws Exception;

  /** All of them, in the order in which they are run. */
  static List<Part> all() {
    return List.of(
        new News(),
        new Heap(),
        new Replay(),
        new Sizes(),
        new Publish(),
        new Delay(),
        new Readers(),
        new SlowReaders(),
        new Start(),
        new Million(),
        new FiveMillion());
  }
}
