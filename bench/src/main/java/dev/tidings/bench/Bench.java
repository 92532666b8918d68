package dev.tidings.bench;

import dev.tidings.bench.data.Updates;
import dev.tidings.bench.part.Part;
import dev.tidings.bench.part.Session;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Measure;
import dev.tidings.bench.table.Result;
import dev.tidings.bench.table.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures Tidings beside its peers, prints what it finds, and writes the table. */
@Command(
    name = "bench/run",
    description = "Measures Tidings beside its peers, one after the other.",
    mixinStandardHelpOptions = true,
    version = "tidings 0.1.0")
public final class Bench implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PART",
      description = "What to measure; without, all: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Names.class)
  private List<String> parts = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each is measured. Default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--updates",
      paramLabel = "N",
      description = "How many updates, for a quick look. Default: each part's own number.")
  private @Nullable Integer updates;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Updates.SEED,
      description = "Gives other updates of the same shape. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Writes what is found between the marks of this file: docs/benchmarks.md.")
  private @Nullable Path table;

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "Where ./tidings is, to measure another checkout. Default: this one.")
  private Path home;

  /** The names of all parts. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Part.all().stream().map(Part::name).iterator();
    }
  }

  private Bench() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ENGLISH);
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path root = home.toRealPath();
    Surroundings around = Surroundings.of(root);
    atLeast(1, "--rounds", rounds);
    atLeast(1_000, "--updates", updates == null ? Integer.MAX_VALUE : updates);
    List<Part> wanted = wanted();
    try (Session session =
        new Session(
            root, Files.createTempDirectory("tidings-bench"), rounds, updates, seed, this::say)) {
      session.say("%s", around.inWords());
      session.prepare();
      boolean all = true;
      for (Part part : wanted) {
        all &= isMeasured(part, session, around);
      }
      return all ? 0 : 1;
    }
  }

  /** One that fails leaves the others as they are, and its table as it was. */
  private boolean isMeasured(Part part, Session session, Surroundings around)
      throws InterruptedException {
    session.say("%n== %s, load %s", part.name(), Surroundings.load());
    try {
      Result result = part.run(session);
      print(session, result);
      if (table != null) {
        String where = around.inWords() + ", `" + command(part) + "`";
        new Table(table).write(part.name(), where, result);
      }
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      StringWriter why = new StringWriter();
      e.printStackTrace(new PrintWriter(why));
      session.say("%s was not measured: %s", part.name(), why);
      return false;
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private List<Part> wanted() {
    List<Part> all = Part.all();
    for (String name : parts) {
      if (all.stream().noneMatch(part -> part.name().equals(name))) {
        throw new ParameterException(
            spec.commandLine(),
            String.format(
                Locale.ROOT,
                "no part '%s'; expected one of %s",
                name,
                String.join(", ", new Names())));
      }
    }
    return parts.isEmpty()
        ? all
        : all.stream().filter(part -> parts.contains(part.name())).toList();
  }

  private void atLeast(int least, String option, int value) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(Locale.ROOT, "%s %d; expected %,d or more", option, value, least));
    }
  }

  private static void print(Session session, Result result) {
    session.say("%n%s", result.given());
    for (Measure measure : result.measures()) {
      session.say("  %-28s  %s", measure.spread().inWords(), measure.what());
    }
    for (Goal goal : result.goals()) {
      session.say(
          "  %-28s  %s: %s", goal.found().inWords(), goal.words(), goal.isMet() ? "met" : "missed");
    }
  }

  private String command(Part part) {
    StringBuilder command = new StringBuilder("bench/run ").append(part.name());
    if (rounds != 3) {
      command.append(" --rounds ").append(rounds);
    }
    if (updates != null) {
      command.append(" --updates ").append(updates);
    }
    if (seed != Updates.SEED) {
      command.append(" --seed ").append(seed);
    }
    return command.toString();
  }
}
