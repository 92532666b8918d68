package dev.tidings.broker;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Why something failed, in the few words that fit into a line for the user. */
final class Reason {
  private Reason() {}

  /** What lies at the bottom of the failure: Kafka wraps it in layers that say nothing. */
  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof AccessDeniedException) {
      return "permission denied";
    }
    @Nullable String said =
        root instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : root.getMessage();
    return said == null || said.isBlank() ? root.getClass().getSimpleName() : oneLine(said);
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
