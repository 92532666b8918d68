package dev.tidings.command;

import dev.tidings.intake.Input;
import dev.tidings.publish.Account;
import dev.tidings.publish.PublishFiles;
import dev.tidings.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Files or standard input, onto the update topics. */
@Command(
    name = "publish",
    description = "Publishes updates from files or standard input.",
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private Inputs inputs;

  @Mixin private final KafkaOptions kafka;

  PublishCommand(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.kafka = new KafkaOptions(settings);
  }

  @Override
  public Integer call() throws IOException {
    List<Input> read = inputs.of(terminal);
    if (read.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no FILE; expected at least one, or -");
    }
    PublishFiles publishing = new PublishFiles(inputs.request(read, kafka.client(), terminal));
    CountDownLatch done = new CountDownLatch(1);
    Thread onSignal = new Thread(() -> stop(publishing, done), "stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      Account account = publishing.run();
      inputs.tell(account, publishing, terminal);
      account.failure().ifPresent(why -> terminal.err().println("tidings: " + why));
      return account.isClean() ? Tidings.DONE : Tidings.FAILED;
    } finally {
      done.countDown();
    }
  }

  /** Ctrl-C: what was sent is acknowledged, and the account is given. */
  private void stop(PublishFiles publishing, CountDownLatch done) {
    publishing.stop();
    try {
      if (!done.await(20, TimeUnit.SECONDS)) {
        terminal.err().println("tidings: Kafka has not acknowledged in time what was sent last");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
