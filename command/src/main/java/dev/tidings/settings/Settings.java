package dev.tidings.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the environment and a file set, the environment first. Nothing that is wrong passes: {@link
 * #problems} has all of it.
 *
 * <ul>
 *   <li>Environment: {@code TIDINGS_PUBLIC_URL} is {@code public-url}; {@code
 *       KAFKA_SECURITY_PROTOCOL} is the client property {@code security.protocol}, where {@code __}
 *       stands for {@code _} and {@code ___} for {@code -}, as in Kafka's own image. With {@code
 *       _FILE} behind the name, the value is what that file holds.
 *   <li>File: Java properties in UTF-8; {@code public-url=…}, and {@code kafka.security.protocol=…}
 *       for a client property.
 * </ul>
 */
public final class Settings {

  private static final String OURS = "TIDINGS_";
  private static final String KAFKAS = "KAFKA_";
  private static final String FROM_FILE = "_FILE";
  private static final String CLIENT = "kafka.";
  private static final String LOG = "TIDINGS_LOG";

  /** Read before any of this runs: by scripts, or to find the file. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          LOG,
          "TIDINGS_CONFIG",
          "TIDINGS_JAVA_OPTS",
          "KAFKA_HOME",
          "KAFKA_OPTS",
          "KAFKA_HEAP_OPTS",
          "KAFKA_GC_LOG_OPTS",
          "KAFKA_JMX_OPTS",
          "KAFKA_JVM_PERFORMANCE_OPTS",
          "KAFKA_LOG4J_OPTS");

  private final NavigableMap<String, Given> options = new TreeMap<>();
  private final NavigableMap<String, Given> client = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private Settings() {}

  /**
   * Reads both.
   *
   * @param file none is read when it is null
   */
  public static Settings of(Map<String, String> environment, @Nullable Path file) {
    Settings settings = new Settings();
    new TreeMap<>(environment).forEach(settings::variable);
    if (file != null) {
      Settings behind = new Settings();
      behind.read(file);
      behind.options.forEach(settings.options::putIfAbsent);
      behind.client.forEach(settings.client::putIfAbsent);
      settings.problems.addAll(behind.problems);
    }
    return settings;
  }

  /** The value of a setting, if it has one here. */
  public Optional<Given> of(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** Properties for Kafka's clients, by their names. */
  public NavigableMap<String, Given> client() {
    return new TreeMap<>(client);
  }

  /**
   * All that is wrong, each with where and what was expected; no value of a secret in any.
   *
   * @param known names of all settings there are, such as {@code public-url}
   */
  public List<String> problems(Set<String> known) {
    List<String> all = new ArrayList<>(problems);
    options.forEach(
        (name, given) -> {
          if (!known.contains(name)) {
            all.add(
                String.format(
                    Locale.ROOT,
                    "%s: unknown setting; expected kafka.… or one of %s",
                    given.origin(),
                    String.join(", ", new TreeSet<>(known))));
          }
        });
    return all;
  }

  private void read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      problems.add(file + ": no such file; expected Java properties");
      return;
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          String.format(Locale.ROOT, "%s: no Java properties in UTF-8: %s", file, e.getMessage()));
      return;
    }
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      Given given = new Given(properties.getProperty(name).strip(), file + ": " + name);
      if (name.startsWith(CLIENT)) {
        putClient(name.substring(CLIENT.length()), given);
      } else {
        options.put(name, given);
      }
    }
  }

  private void variable(String name, String value) {
    if (name.equals(LOG) && !value.equals("json") && !value.equals("text")) {
      problems.add(String.format(Locale.ROOT, "%s: '%s'; expected text or json", name, value));
    }
    if (ELSEWHERE.contains(name) || !(name.startsWith(OURS) || name.startsWith(KAFKAS))) {
      return;
    }
    if (name.endsWith(FROM_FILE)) {
      String of = name.substring(0, name.length() - FROM_FILE.length());
      content(name, value).ifPresent(content -> put(of, new Given(content, name)));
    } else {
      put(name, new Given(value, name));
    }
  }

  private Optional<String> content(String name, String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (NoSuchFileException e) {
      problems.add(String.format(Locale.ROOT, "%s: no such file: %s", name, file));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          String.format(Locale.ROOT, "%s: %s cannot be read: %s", name, file, e.getMessage()));
    }
    return Optional.empty();
  }

  private void put(String variable, Given given) {
    if (variable.startsWith(OURS)) {
      String name = variable.substring(OURS.length()).toLowerCase(Locale.ROOT).replace('_', '-');
      put(options, name, given);
    } else {
      putClient(property(variable), given);
    }
  }

  private void putClient(String name, Given given) {
    if (name.equals(ClientProperties.BOOTSTRAP)) {
      put(options, "kafka", given);
      return;
    }
    ClientProperties.whyNot(name)
        .ifPresentOrElse(
            why -> problems.add(given.origin() + ": " + why), () -> put(client, name, given));
  }

  private void put(Map<String, Given> all, String name, Given given) {
    Given other = all.putIfAbsent(name, given);
    if (other != null) {
      problems.add(
          String.format(
              Locale.ROOT, "%s: also set by %s; expected one", given.origin(), other.origin()));
    }
  }

  private static String property(String variable) {
    return variable
        .substring(KAFKAS.length())
        .toLowerCase(Locale.ROOT)
        .replace("___", "-")
        .replace("__", "\0")
        .replace('_', '.')
        .replace('\0', '_');
  }
}
