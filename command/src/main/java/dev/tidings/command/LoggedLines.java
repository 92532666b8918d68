package dev.tidings.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said to a person, as lines of the log: where nobody reads but programs. */
final class LoggedLines extends OutputStream {

  private static final Logger LOG = LoggerFactory.getLogger(Tidings.class);
  private static final String WRONG = "tidings: ";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private LoggedLines() {}

  static PrintStream stream() {
    return new PrintStream(new LoggedLines(), true, UTF_8);
  }

  @Override
  public synchronized void write(int octet) {
    if (octet != '\n') {
      line.write(octet);
      return;
    }
    String said = line.toString(UTF_8).strip();
    line.reset();
    if (said.startsWith(WRONG)) {
      LOG.error(said.substring(WRONG.length()));
    } else if (!said.isEmpty()) {
      LOG.info(said);
    }
  }
}
