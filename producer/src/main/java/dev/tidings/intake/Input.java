package dev.tidings.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Something to read lines from.
 *
 * @param name what messages call it
 * @param format how its lines are written
 * @param repeatable whether it can be opened more than once
 * @param opener gives its bytes, plain or gzip
 */
public record Input(String name, Format format, boolean repeatable, Opener opener) {

  /** Gives an input's bytes and how many there are. */
  @FunctionalInterface
  public interface Opener {
    /** The bytes, from the start; the caller closes them. */
    InputStream open() throws IOException;

    /** How many bytes there are; -1 if that is not known. */
    default long size() throws IOException {
      return -1;
    }
  }

  /** A file, which is looked for when it is opened. */
  public static Input file(Path path, Format format) {
    String name = path.toString().replaceAll("\\p{Cc}", "?");
    return new Input(name, format, true, new FileOpener(path));
  }

  /** Standard input, or anything else that can be read once. The stream is left open. */
  public static Input stream(String name, Format format, InputStream in) {
    return new Input(
        name,
        format,
        false,
        () ->
            new FilterInputStream(in) {
              @Override
              public void close() {}
            });
  }

  /** Whether this input is that file, by whatever path. */
  public boolean isFile(Path file) throws IOException {
    return opener instanceof FileOpener mine
        && Files.exists(file)
        && Files.exists(mine.path())
        && Files.isSameFile(file, mine.path());
  }

  /** A resource beside a class. */
  public static Input resource(String name, Format format, Class<?> beside) {
    return new Input(
        name,
        format,
        true,
        () -> Objects.requireNonNull(beside.getResourceAsStream(name), name + " is missing"));
  }

  /** The bytes of its lines: gzip, of one member or several, is told by its first two bytes. */
  public static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream in = new MemberByMember(raw);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, 64 * 1024) : in;
  }

  private record FileOpener(Path path) implements Opener {
    @Override
    public InputStream open() throws IOException {
      if (Files.isDirectory(path)) {
        throw new IOException("is a folder; expected a file");
      }
      try {
        return Files.newInputStream(path);
      } catch (NoSuchFileException e) {
        throw new IOException("no such file", e);
      }
    }

    @Override
    public long size() throws IOException {
      return Files.isRegularFile(path) ? Files.size(path) : -1;
    }
  }

  /**
   * GZIPInputStream takes {@code available() == 0} for the end and would lose the further members
   * of what comes through a pipe; this one looks.
   */
  private static final class MemberByMember extends BufferedInputStream {

    MemberByMember(InputStream in) {
      super(in, 64 * 1024);
    }

    @Override
    public synchronized int available() throws IOException {
      int there = super.available();
      if (there > 0) {
        return there;
      }
      mark(1);
      boolean more = read() >= 0;
      reset();
      return more ? 1 : 0;
    }
  }
}
