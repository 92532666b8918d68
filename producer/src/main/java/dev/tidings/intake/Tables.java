package dev.tidings.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The checked-in tables beside this class: tab separated, {@code #} begins a note. */
final class Tables {

  private Tables() {}

  static List<String[]> rows(String file) {
    return lines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /** All lines, notes among them. */
  static List<String> lines(String file) {
    InputStream bytes =
        Objects.requireNonNull(Tables.class.getResourceAsStream(file), file + " is missing");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
