package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** What the log of a person says of a hostile request. */
class LogOnATerminalTest {

  @Test
  void hasNothingThatMovesTheTerminal() throws JoranException {
    String hostile = "a\u009b31mb\u001b[2Jc\rd\u202ee\u2028f\u0000g";

    String line = logged(hostile, null);

    assertThat(line)
        .contains("Host a�31mb�[2Jc�d�e�f�g", "path=\"a�31mb�[2Jc�d�e�f�g\"")
        .hasLineCount(1)
        .endsWith(System.lineSeparator());
  }

  @Test
  void keepsTheLinesOfAFailure() throws JoranException {
    String lines = logged("plain ایران", new IllegalStateException("bad \u009b31m"));

    assertThat(lines)
        .contains(
            "Host plain ایران", "java.lang.IllegalStateException: bad �31m", "\tat dev.tidings")
        .doesNotContain("\u009b");
  }

  private static String logged(String text, @Nullable Throwable failure) throws JoranException {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        new ByteArrayInputStream(
            "<configuration><include resource=\"logback-text.xml\"/></configuration>"
                .getBytes(StandardCharsets.UTF_8)));
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>) root.getAppender("STDERR");
    LoggingEvent event =
        new LoggingEvent("", root, Level.WARN, "Host " + text, failure, new Object[0]);
    event.addKeyValuePair(new KeyValuePair("path", text));
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }
}
