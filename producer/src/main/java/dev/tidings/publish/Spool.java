package dev.tidings.publish;

import dev.tidings.intake.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Gives what can be read only once a temporary file, if it is to be read twice. */
final class Spool implements AutoCloseable {

  private final List<Path> files = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();

  Spool(List<Input> inputs, boolean readTwice) throws IOException {
    try {
      for (Input input : inputs) {
        this.inputs.add(readTwice && !input.repeatable() ? copied(input) : input);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  List<Input> inputs() {
    return List.copyOf(inputs);
  }

  /** Deletes the files. */
  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private Input copied(Input input) throws IOException {
    Path file = Files.createTempFile("tidings-publish-", ".input");
    files.add(file);
    file.toFile().deleteOnExit();
    try (InputStream in = input.opener().open()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return new Input(input.name(), input.format(), true, Input.file(file, input.format()).opener());
  }
}
