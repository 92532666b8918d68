package dev.tidings.broker;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds everything the broker keeps, with Kafka's own files one level down. */
final class DataFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final long MIB = 1024 * 1024;

  /** What Kafka needs to write its internal topics and to stop cleanly, with a margin. */
  static final long SPACE_NEEDED = 64 * MIB;

  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes the folder for this user alone, or checks the one that is there.
   *
   * @throws BrokerFailure if its name has a comma, or it is no folder or cannot be made
   */
  static DataFolder at(Path path) {
    if (path.toAbsolutePath().toString().contains(",")) {
      throw new BrokerFailure(
          path.toAbsolutePath()
              + ": has a comma in its name, where Kafka ends a folder's name; choose another"
              + " folder");
    }
    makeFolder(path);
    return new DataFolder(path);
  }

  /** Takes the folder for this broker alone. */
  FolderLock lock() {
    return FolderLock.take(path);
  }

  /**
   * Checks the free space and Kafka's part of the folder.
   *
   * @param spaceNeeded bytes that must be free for this user
   * @throws BrokerFailure if there is less, or if something essential is missing
   */
  Path kafkaFolder(long spaceNeeded) {
    requireSpace(spaceNeeded);
    Path kafka = path.resolve("kafka");
    makeFolder(kafka);
    makePrivate(kafka);
    requireIdentity(kafka);
    return kafka;
  }

  /** What is visibly wrong with the folder now, for a broker that has failed. */
  Optional<String> fault() {
    try {
      // Kafka makes missing folders again as it goes, but never its identity.
      if (Files.notExists(path.resolve("kafka").resolve(KafkaNode.IDENTITY))) {
        return Optional.of("its files are gone; restore them, or choose another folder");
      }
      if (usableSpace() < MIB) {
        return Optional.of("the disk is full; free some space and start again");
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("its folder cannot be read: " + Reason.of(e));
    }
  }

  private void requireSpace(long needed) {
    try {
      long usable = usableSpace();
      if (usable < needed) {
        throw new BrokerFailure(
            String.format(
                Locale.ROOT,
                "%s: %d MiB free; at least %d MiB are needed: free some space, or choose another folder",
                path,
                usable / MIB,
                needed / MIB));
      }
    } catch (IOException e) {
      throw new BrokerFailure(path + ": cannot be read: " + Reason.of(e), e);
    }
  }

  private long usableSpace() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  /**
   * Without its identity Kafka's folder would be formatted as a new one beside the old topics. A
   * format that was cut short leaves no topics, and is simply done again.
   */
  private static void requireIdentity(Path kafka) {
    Path identity = kafka.resolve(KafkaNode.IDENTITY);
    if (Files.exists(identity)) {
      return;
    }
    try (Stream<Path> entries = Files.list(kafka)) {
      if (entries.anyMatch(Files::isDirectory)) {
        throw new BrokerFailure(
            identity
                + ": missing, although topics are there; restore it from a backup, or choose"
                + " another folder");
      }
    } catch (IOException e) {
      throw new BrokerFailure(kafka + ": cannot be read: " + Reason.of(e), e);
    }
  }

  /**
   * Earlier versions let everybody read what the broker keeps, secrets of webhooks among it. A file
   * system that has no permissions of its own is as private as its mount.
   */
  private static void makePrivate(Path kafka) {
    if (!IS_POSIX) {
      return;
    }
    try {
      Files.setPosixFilePermissions(kafka, OWNER);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.atWarn()
          .addKeyValue("folder", kafka)
          .setCause(e)
          .log("the folder cannot be closed to other users of this machine");
    }
  }

  private static void makeFolder(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new BrokerFailure(path + ": is a file; expected a folder");
    }
    try {
      if (IS_POSIX) {
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER));
      } else {
        Files.createDirectories(path);
      }
    } catch (IOException e) {
      throw new BrokerFailure(
          path + ": cannot be made: " + Reason.of(e) + "; choose another folder", e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
