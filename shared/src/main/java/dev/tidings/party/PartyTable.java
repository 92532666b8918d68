package dev.tidings.party;

import dev.tidings.text.FoldedName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two checked-in lists, {@code countries.tsv} and {@code organisations.tsv}. */
final class PartyTable {

  record Row(String code, @Nullable String alpha2, String name, boolean article) {}

  private static final Map<String, Row> ROWS = load();
  private static final Map<String, String> CODES_BY_NAME =
      ROWS.values().stream()
          .collect(Collectors.toUnmodifiableMap(row -> FoldedName.of(row.name()), Row::code));

  private PartyTable() {}

  static @Nullable Row find(String code) {
    return ROWS.get(code);
  }

  static Optional<String> codeOf(String name) {
    return Optional.ofNullable(CODES_BY_NAME.get(FoldedName.of(name)));
  }

  static Map<String, Row> rows() {
    return ROWS;
  }

  /** The cells of each row of a checked-in list; lines that begin with {@code #} are notes. */
  static List<String[]> cells(String file) {
    InputStream bytes =
        Objects.requireNonNull(PartyTable.class.getResourceAsStream(file), file + " is missing");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Map<String, Row> load() {
    Map<String, Row> rows = new TreeMap<>();
    cells("countries.tsv").forEach(c -> add(rows, new Row(c[0], c[1], c[2], c[3].equals("the"))));
    cells("organisations.tsv")
        .forEach(c -> add(rows, new Row(c[0], null, c[1], c[2].equals("the"))));
    return Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  private static void add(Map<String, Row> rows, Row row) {
    if (rows.put(row.code(), row) != null) {
      throw new IllegalStateException(row.code() + " stands twice in the lists of parties");
    }
  }
}
