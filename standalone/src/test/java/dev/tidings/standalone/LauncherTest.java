package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code ./tidings} starts Java, where the build is done already. */
class LauncherTest {

  /** Says how it was called; archives its classes if it is to, and serves until it is stopped. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "java $*"
      for option; do
        case $option in
          -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)
            echo 'Stop with Ctrl-C'
            trap 'echo classes >"${option#*=}"; exit' TERM
            while :; do sleep 0.1; done ;;
        esac
      done
      """;

  @TempDir Path folder;

  @BeforeEach
  void aCheckoutThatIsBuilt() throws IOException {
    Files.copy(
        Path.of("..", "tidings"), folder.resolve("tidings"), StandardCopyOption.COPY_ATTRIBUTES);
    write("pom.xml", "");
    write("shared/pom.xml", "");
    write("shared/src/main/Some.java", "");
    program("jdk/bin/java", JAVA);
    release("17.0.15");
    write("standalone/target/tidings.jar", "");
  }

  @Test
  void makesAnArchiveOfClassesForUpAndThenStartsWithIt() throws IOException {
    Ran first = run("up", "--port", "0");
    Ran second = run("up");

    assertThat(first.err()).contains("preparing quick starts with this Java");
    assertThat(first.out())
        .contains("-XX:SharedArchiveFile=" + archive())
        .endsWith("tidings.jar up --port 0\n");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("-XX:SharedArchiveFile=" + archive());
    assertThat(archive()).hasContent("classes");
  }

  @Test
  void makesAnotherOneForAnotherJava() throws IOException {
    run("up");
    Path before = archive();
    release("25.0.3");

    Ran other = run("up");

    assertThat(other.err()).contains("preparing");
    assertThat(other.out()).contains("-XX:AOTCache=").doesNotContain(before.toString());
  }

  @Test
  void letsNobodyWaitForAnArchiveButWhoeverStartsEverything() {
    Ran shown = run("show", "IRN-PAK");

    assertThat(shown.err()).isEmpty();
    assertThat(shown.out()).doesNotContain("-XX:SharedArchiveFile");
  }

  @Test
  void startsWithoutAnArchiveWhereJavaMakesNone() throws IOException {
    program("jdk/bin/java", JAVA.replace("echo classes >\"${option#*=}\";", ""));

    Ran first = run("up");
    Ran second = run("up");

    assertThat(List.of(first.status(), second.status())).containsOnly(0);
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).startsWith("java ").doesNotContain("-XX:SharedArchiveFile");
  }

  @Test
  void startsWithoutAnArchiveThatJavaDoesNotGetOnWith() throws IOException {
    program("jdk/bin/java", JAVA + "\ncase $* in *SharedArchiveFile*--version) exit 134 ;; esac");

    Ran first = run("up");

    assertThat(first.status()).isZero();
    assertThat(first.out()).doesNotContain("-XX:SharedArchiveFile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseZGC", "-Xmx9g -XX:+UseG1GC"})
  void leavesTheCollectorToWhoeverNamesOne(String options) {
    assertThat(run(Map.of("TIDINGS_JAVA_OPTS", options), "show").out())
        .containsOnlyOnce("-XX:+Use")
        .contains(options);
    assertThat(run("show").out()).containsOnlyOnce("-XX:+Use");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xshare:off", "-XX:SharedArchiveFile=mine", "-XX:AOTCache=mine"})
  void leavesTheArchiveToWhoeverNamesOne(String option) {
    run("up");

    Ran own = run(Map.of("TIDINGS_JAVA_OPTS", option), "up");

    assertThat(own.out()).contains(option).doesNotContain("classes-");
  }

  private Path archive() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("standalone/target"))) {
      return files.filter(file -> file.toString().endsWith(".archive")).findFirst().orElseThrow();
    }
  }

  private Ran run(String... words) {
    return run(Map.of(), words);
  }

  private Ran run(Map<String, String> variables, String... words) {
    Map<String, String> environment = new TreeMap<>(variables);
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    return Ran.in(
        folder,
        Stream.concat(Stream.of(folder.resolve("tidings").toString()), Stream.of(words)).toList(),
        environment);
  }

  private void release(String version) throws IOException {
    write("jdk/release", "JAVA_VERSION=\"" + version + "\"\n");
  }

  private void program(String name, String text) throws IOException {
    Files.setPosixFilePermissions(write(name, text), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
