package dev.tidings.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who holds which token: a JSON file, read again when it changes. A changed file that cannot be
 * used is logged, and the last good one stays in force.
 *
 * <p>The file has the SHA-256 of each token. A slow hash protects what people choose; nobody
 * guesses 256 random bits, however fast the hash. Safe for use by several threads.
 */
public final class Tokens {

  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final String SCHEME = "bearer ";

  /** What tells one state of a file from the next; a file that is moved there has another key. */
  private record Stamp(FileTime modified, long size, @Nullable Object key) {}

  private record State(@Nullable Stamp stamp, List<TokensFile.Entry> entries) {}

  private final Path file;
  private volatile State state;

  private Tokens(Path file, State state) {
    this.file = file;
    this.state = state;
  }

  /**
   * Reads a tokens file.
   *
   * @throws IllegalArgumentException with all that is wrong with it, in one line
   */
  public static Tokens in(Path file) {
    try {
      Stamp stamp = stamp(file);
      return new Tokens(file, new State(stamp, TokensFile.read(Files.readAllBytes(file))));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": cannot be read; expected a JSON list of tokens", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Finds whose token this is, always in the same time for a file.
   *
   * @param authorization the request's {@code Authorization}: {@code Bearer TOKEN}
   */
  public Optional<Publisher> of(@Nullable String authorization) {
    refresh();
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    byte[] given = Sha256.of(authorization.substring(SCHEME.length()).strip());
    Publisher found = null;
    for (TokensFile.Entry entry : state.entries()) {
      if (MessageDigest.isEqual(entry.sha256(), given)) {
        found = entry.publisher();
      }
    }
    return Optional.ofNullable(found);
  }

  private void refresh() {
    Stamp now = stampOrNull();
    if (Objects.equals(now, state.stamp())) {
      return;
    }
    synchronized (this) {
      State last = state;
      if (!Objects.equals(now, last.stamp())) {
        state = new State(now, entriesOr(last.entries()));
      }
    }
  }

  private List<TokensFile.Entry> entriesOr(List<TokensFile.Entry> last) {
    try {
      List<TokensFile.Entry> entries = TokensFile.read(Files.readAllBytes(file));
      LOG.atInfo().addKeyValue("file", file).addKeyValue("tokens", entries.size()).log("tokens");
      return entries;
    } catch (IOException | IllegalArgumentException e) {
      LOG.atError()
          .addKeyValue("file", file)
          .addKeyValue("problem", e.getMessage())
          .log("the tokens file cannot be used; the tokens that it had before stay in force");
      return last;
    }
  }

  private @Nullable Stamp stampOrNull() {
    try {
      return stamp(file);
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("the tokens file is not there");
      return null;
    }
  }

  private static Stamp stamp(Path file) throws IOException {
    BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(is.lastModifiedTime(), is.size(), is.fileKey());
  }
}
