package dev.tidings.standalone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docker/up and docker/keys leave on the disk and say, without an engine. */
class StackScriptsTest {

  /** What others may read: a certificate is no secret. */
  private static final Set<String> PUBLIC = Set.of("secrets/kafka/ca.pem");

  /** Answers as an engine does with the ports of docker-compose.yml. */
  private static final String DOCKER =
      """
      #!/usr/bin/env bash
      shift # compose
      [ "$1" != port ] || echo "127.0.0.1:1$3"
      """;

  @TempDir Path folder;

  @BeforeEach
  void aCheckoutWithoutAnEngine() throws IOException {
    assumeTrue(succeeds("openssl", "version"), "no openssl; expected Debian's");
    Path scripts = Files.createDirectories(folder.resolve("docker"));
    for (String name : List.of("up", "keys", "owner", "nobody.json", "alerts.yml")) {
      copy(name, scripts.resolve(name));
    }
    Files.createDirectories(scripts.resolve("grafana"));
    program("mvnw", "#!/usr/bin/env bash");
    program("bin/java", "#!/usr/bin/env bash\necho a secret; echo an entry >&2");
    program("bin/docker", DOCKER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "077"})
  void keepTheSecretsToTheirOwnerWhateverTheUmask(String umask) throws IOException {
    run("umask " + umask + " && docker/up && docker/keys");

    assertThat(readableByOthers()).isEqualTo(PUBLIC);
    // Kafka's container reads its key by the group; the folder above keeps others out.
    assertThat(readableByTheGroup())
        .containsExactlyInAnyOrder("secrets/kafka/ca.pem", "secrets/kafka/kafka.pem");
    assertThat(mode("docker/nobody.json")).contains(PosixFilePermission.OTHERS_READ);
  }

  @Test
  void takeBackWhatAnEarlierVersionLetOthersRead() throws IOException {
    run("docker/up && docker/keys && chmod -R a+rX secrets");

    run("docker/up && docker/keys");

    assertThat(readableByOthers()).isEqualTo(PUBLIC);
    assertThat(mode("secrets")).isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void tellComposeWhoOwnsThem() throws IOException {
    run("docker/up && docker/keys && docker/up");

    Object uid = Files.getAttribute(folder.resolve("secrets/tokens.json"), "unix:uid");
    Object gid = Files.getAttribute(folder.resolve("secrets/kafka/kafka.pem"), "unix:gid");
    assertThat(Files.readAllLines(folder.resolve(".env")))
        .containsExactlyInAnyOrder(
            "TIDINGS_TOKENS=./secrets/tokens.json",
            "TIDINGS_USER=%s:%s".formatted(uid, gid),
            "TIDINGS_GROUP=%s".formatted(gid));
    assertThat(uid).isNotEqualTo(0);
  }

  @Test
  void printThePortsThatComposeHasPublished() {
    assertThat(run("docker/up"))
        .contains("Desk      http://localhost:18080\n")
        .contains("http://localhost:18081/updates")
        .contains("Kafka     localhost:19092\n");
  }

  private Set<String> readableByOthers() throws IOException {
    return secretsWith(PosixFilePermission.OTHERS_READ);
  }

  private Set<String> readableByTheGroup() throws IOException {
    return secretsWith(PosixFilePermission.GROUP_READ);
  }

  private Set<String> secretsWith(PosixFilePermission permission) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("secrets"))) {
      return all.map(path -> folder.relativize(path).toString())
          .filter(path -> mode(path).contains(permission))
          .collect(toSet());
    }
  }

  private Set<PosixFilePermission> mode(String path) {
    try {
      return Files.getPosixFilePermissions(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(String line) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    return Ran.in(folder, List.of("bash", "-c", line), environment).orFail();
  }

  private void program(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void copy(String name, Path to) throws IOException {
    Files.copy(Path.of("..", "docker", name), to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static boolean succeeds(String... command) {
    return Ran.of(List.of(command), Map.of()).status() == 0;
  }
}
