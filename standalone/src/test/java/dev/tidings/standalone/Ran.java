package dev.tidings.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a program gave that was run, in the repository's root unless it says otherwise. */
public record Ran(List<String> command, int status, String out, String err) {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int NOT_FOUND = 127;

  /** Runs it to its end; a program that is not there has the status that a shell would give. */
  public static Ran of(List<String> command, Map<String, String> environment) {
    return in(ROOT, command, environment);
  }

  /** Runs it in another folder. */
  static Ran in(Path folder, List<String> command, Map<String, String> environment) {
    try {
      Path errors = Files.createTempFile("ran", ".err");
      try {
        return run(folder, command, environment, errors);
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Ran run(
      Path folder, List<String> command, Map<String, String> environment, Path errors)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Ran(command, NOT_FOUND, "", String.valueOf(e.getMessage()));
    }
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(command, process.waitFor(), out, Files.readString(errors));
  }

  /** Its output; a failure unless its status was 0. */
  public String orFail() {
    if (status != 0) {
      throw new AssertionError("%s: %d%n%s%s".formatted(command, status, out, err));
    }
    return out;
  }
}
