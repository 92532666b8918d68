package dev.tidings.standalone;

import dev.tidings.command.Terminal;
import dev.tidings.intake.NameTable;
import dev.tidings.publish.Account;
import dev.tidings.publish.PublishFiles;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Publishes the bundled history in a thread of its own, while the rest of the process starts. */
final class FirstHistory implements AutoCloseable {

  private final PublishFiles publishing;
  private final CompletableFuture<Account> account;

  private FirstHistory(PublishFiles publishing) {
    this.publishing = publishing;
    this.account = CompletableFuture.supplyAsync(publishing::run);
  }

  static FirstHistory publish(LocalStack stack, Terminal terminal) {
    return new FirstHistory(
        new PublishFiles(
            new PublishFiles.Request(
                List.of(BundledHistory.input()),
                stack.client(),
                true,
                null,
                NameTable.EMPTY,
                terminal.clock(),
                terminal.err(),
                false)));
  }

  /**
   * Returns when all of it is published.
   *
   * @throws IllegalStateException when it could not be
   */
  void await() {
    Account given = account.join();
    if (!given.isClean()) {
      throw new IllegalStateException(given.failure().orElse("the bundled history was refused"));
    }
  }

  /** Ends it before Kafka ends, when the rest could not start. */
  @Override
  public void close() {
    publishing.stop();
    try {
      account.join();
    } catch (CompletionException e) {
      // Whoever waits for it is told.
    }
  }
}
