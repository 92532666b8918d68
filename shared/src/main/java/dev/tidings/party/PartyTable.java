package dev.tidings.party;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
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
          .collect(Collectors.toUnmodifiableMap(row -> folded(row.name()), Row::code));

  private PartyTable() {}

  static @Nullable Row find(String code) {
    return ROWS.get(code);
  }

  static Optional<String> codeOf(String name) {
    return Optional.ofNullable(CODES_BY_NAME.get(folded(name)));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static Map<String, Row> rows() {
    return ROWS;
  }

  private static Map<String, Row> load() {
    Map<String, Row> rows = new TreeMap<>();
    read("countries.tsv", rows, c -> new Row(c[0], c[1], c[2], c[3].equals("the")));
    read("organisations.tsv", rows, c -> new Row(c[0], null, c[1], c[2].equals("the")));
    return Collections.unmodifiableMap(rows);
  }

  private static void read(
      String file, Map<String, Row> into, java.util.function.Function<String[], Row> toRow) {
    InputStream bytes =
        Objects.requireNonNull(PartyTable.class.getResourceAsStream(file), file + " is missing");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Row row = toRow.apply(line.split("\t", -1));
          if (into.put(row.code(), row) != null) {
            throw new IllegalStateException(file + ": " + row.code() + " stands there twice");
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
