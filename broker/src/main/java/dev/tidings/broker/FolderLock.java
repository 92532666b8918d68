package dev.tidings.broker;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One broker a folder, over all processes of the machine. The lock is the operating system's, so it
 * goes with its process, however that ends; the file stays and means nothing without the lock.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = "tidings.lock";

  /**
   * The folders held by this JVM. They are asked first because on POSIX a process that closes any
   * handle of a locked file loses its lock: a second attempt must not even open the file.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** Far behind the text, because Windows lets nobody read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int LONGEST_PID = 20;

  private final Path realFolder;
  private final FileChannel file;

  private FolderLock(Path realFolder, FileChannel file) {
    this.realFolder = realFolder;
    this.file = file;
  }

  /**
   * Takes the folder, which must exist.
   *
   * @throws BrokerFailure if another broker holds it, or if it cannot be written
   */
  static FolderLock take(Path folder) {
    try {
      Path realFolder = folder.toRealPath();
      if (!HELD_HERE.add(realFolder)) {
        throw inUse(folder, "process " + ProcessHandle.current().pid());
      }
      try {
        return new FolderLock(realFolder, lockedFile(folder));
      } catch (IOException | RuntimeException notTaken) {
        HELD_HERE.remove(realFolder);
        throw notTaken;
      }
    } catch (IOException e) {
      throw new BrokerFailure(
          folder + ": cannot be written: " + Reason.of(e) + "; choose another folder", e);
    }
  }

  private static FileChannel lockedFile(Path folder) throws IOException {
    // What a link leads to would be emptied.
    FileChannel file = FileChannel.open(folder.resolve(FILE), CREATE, READ, WRITE, NOFOLLOW_LINKS);
    try {
      if (file.tryLock(LOCKED_BYTE, 1, false) == null) {
        throw inUse(folder, holderNamedIn(file));
      }
      file.truncate(0);
      file.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return file;
    } catch (IOException | RuntimeException notLocked) {
      file.close();
      throw notLocked;
    }
  }

  private static String holderNamedIn(FileChannel file) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_PID);
    file.read(text, 0);
    String pid = StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
    return pid.isEmpty() ? "another process" : "process " + pid;
  }

  private static BrokerFailure inUse(Path folder, String holder) {
    return new BrokerFailure(
        folder + ": in use by " + holder + "; stop it, or choose another folder");
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_HERE.remove(realFolder);
    }
  }
}
