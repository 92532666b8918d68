package dev.tidings.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What figures depend on besides the code.
 *
 * @param commit of the product, with {@code +} where something was changed since
 */
record Surroundings(String machine, String java, String commit, LocalDate day) {

  static Surroundings of(Path home) throws IOException, InterruptedException {
    String changed =
        git(home, "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "+";
    return new Surroundings(
        machineInWords(),
        "JDK " + Runtime.version().feature(),
        git(home, "rev-parse", "--short", "HEAD") + changed,
        LocalDate.now(ZoneOffset.UTC));
  }

  String inWords() {
    return String.format(Locale.ROOT, "%s, %s, %s, %s", machine, java, commit, day);
  }

  /** How many wait for a processor, on the average of the last minute. */
  static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String machineInWords() throws IOException {
    String model = valueOf("/proc/cpuinfo", "model name");
    String memory = valueOf("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %d GiB",
        Runtime.getRuntime().availableProcessors(),
        model.replaceAll("\\((R|TM)\\)| CPU| Processor", "").strip(),
        Math.round(Double.parseDouble(memory) / 1_048_576));
  }

  private static String valueOf(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String git(Path home, String... args) throws IOException, InterruptedException {
    String[] command = new String[args.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = home.toString();
    System.arraycopy(args, 0, command, 3, args.length);
    Process git = new ProcessBuilder(command).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    git.waitFor();
    return said;
  }
}
