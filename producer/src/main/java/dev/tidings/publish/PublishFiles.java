package dev.tidings.publish;

import dev.tidings.intake.Input;
import dev.tidings.intake.NameTable;
import dev.tidings.intake.UnknownNames;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishes whole inputs, one line after another, and gives account of every line. */
public final class PublishFiles {

  /**
   * What to publish, where, and how.
   *
   * @param inputs read in this order
   * @param kafka Kafka client properties, {@code bootstrap.servers} among them
   * @param strict whether one refused line keeps everything from being published; inputs that can
   *     be read only once are then kept in a temporary file
   * @param refused where refused lines are kept, as they came; the file is begun anew
   * @param names the operator's table of names, which is asked before ours
   * @param clock gives a {@code versionCreated} to submissions without one, and says which dates
   *     are in the future
   * @param err takes a message for each of the first 1,000 refused lines, and the progress bar
   * @param terminal whether {@code err} is a terminal: only there is a bar
   */
  public record Request(
      List<Input> inputs,
      Map<String, Object> kafka,
      boolean strict,
      @Nullable Path refused,
      NameTable names,
      Clock clock,
      PrintStream err,
      boolean terminal) {

    public Request {
      inputs = List.copyOf(inputs);
      kafka = Map.copyOf(kafka);
      if (inputs.isEmpty()) {
        throw new IllegalArgumentException("no input; expected at least one");
      }
    }
  }

  private final Request request;
  private final Tally tally = new Tally();
  private final Notices notices = new Notices(this::say);
  private UnknownNames unknownNames = tally.unknownNames();
  private @Nullable Progress progress;
  private volatile boolean stopped;

  /** One run; {@link #run} is called once. */
  public PublishFiles(Request request) {
    this.request = request;
  }

  /**
   * Publishes; returns when Kafka has acknowledged all, or when that has failed.
   *
   * <p>Failures do not throw: a Kafka that is not there, refuses or has the wrong topics (told
   * within 15 s), one that is lost on the way, an input that cannot be read. They are the account's
   * {@link Account#failure}, and what was acknowledged before stays published.
   */
  public Account run() {
    String failure = null;
    try (Refusals refusals = new Refusals(refusedFile(), this::say);
        Spool spool = new Spool(request.inputs(), request.strict())) {
      checkTopics();
      Tally checked = request.strict() ? check(spool.inputs(), refusals) : tally;
      if (checked.anyRefused()) {
        unknownNames = checked.unknownNames();
        return checked.account(name(), null);
      }
      publish(spool.inputs(), refusals);
    } catch (KafkaUnusable | IOException e) {
      failure = e.getMessage();
    }
    return tally.account(name(), failure);
  }

  /** The names that no table knows, of all lines that {@link #run} has read. */
  public UnknownNames unknownNames() {
    return unknownNames;
  }

  /**
   * Makes {@link #run} end behind the line that it is at, with what was sent acknowledged; from any
   * thread, such as a shutdown hook, which then waits for {@code run} to return. A run that waits
   * for standard input ends when that does.
   */
  public void stop() {
    stopped = true;
  }

  private void checkTopics() {
    try (Topics topics = Topics.at(request.kafka())) {
      topics.check();
    }
  }

  /** Reads all without publishing; good lines stay not acknowledged. */
  private Tally check(List<Input> inputs, Refusals refusals) throws IOException {
    Tally checked = new Tally();
    pass("checking", inputs, checked, refusals, (records, acknowledged) -> {});
    return checked;
  }

  private void publish(List<Input> inputs, Refusals refusals) throws IOException {
    try (Publisher publisher = new Publisher(request.kafka())) {
      pass("publishing", inputs, tally, refusals, publisher::publish);
      publisher.flush();
    }
    if (stopped) {
      throw new IOException("stopped before the end");
    }
    if (request.strict() && tally.anyRefused()) {
      throw new IOException(name() + " changed while it was read");
    }
  }

  private void pass(
      String task, List<Input> inputs, Tally counts, Refusals refusals, Pass.Sink sink)
      throws IOException {
    try (Progress shown = Progress.of(task, size(inputs), request.err(), request.terminal())) {
      progress = shown;
      new Pass(
              request.clock(),
              request.names(),
              counts,
              sink,
              refusals,
              notices,
              shown,
              new SeenRecords(),
              () -> stopped)
          .over(inputs);
    } finally {
      progress = null;
    }
    refusals.sumUp();
  }

  private static long size(List<Input> inputs) throws IOException {
    long sum = 0;
    for (Input input : inputs) {
      long size = input.opener().size();
      if (size < 0) {
        return -1;
      }
      sum += size;
    }
    return sum;
  }

  private void say(String line) {
    if (progress == null) {
      request.err().println(line);
    } else {
      progress.say(line);
    }
  }

  private @Nullable Path refusedFile() throws IOException {
    Path file = request.refused();
    for (Input input : request.inputs()) {
      if (file != null && input.isFile(file)) {
        throw new IOException(file + " is an input; expected another file for refused lines");
      }
    }
    return file;
  }

  private String name() {
    List<Input> inputs = request.inputs();
    return inputs.size() == 1 ? inputs.get(0).name() : inputs.size() + " inputs";
  }
}
