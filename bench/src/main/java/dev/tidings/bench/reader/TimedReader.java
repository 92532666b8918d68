package dev.tidings.bench.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One reader of a stream of notifications, which tells the uri of each update at once. */
public final class TimedReader implements AutoCloseable {

  private static final String URI_FIELD = "\"update\":{\"uri\":\"";

  private final BufferedReader lines;
  private volatile boolean closing;

  private TimedReader(BufferedReader lines) {
    this.lines = lines;
  }

  /** Reads what comes from now on. */
  public static TimedReader of(URI stream) throws IOException, InterruptedException {
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(stream).build(), BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException(stream + " answers " + answer.statusCode());
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    while (!lines.readLine().isEmpty()) {
      // The greeting: from here on it misses nothing.
    }
    return new TimedReader(lines);
  }

  /** From now on the uri of each update is told, in a thread of this reader's. */
  public void tell(Consumer<String> told) {
    Thread thread = new Thread(() -> run(told), "timed reader");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Consumer<String> told) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int at = line.indexOf(URI_FIELD);
        if (at >= 0) {
          int from = at + URI_FIELD.length();
          told.accept(line.substring(from, line.indexOf('"', from)));
        }
      }
      if (!closing) {
        System.err.println("bench: the stream has ended");
      }
    } catch (IOException e) {
      if (!closing) {
        System.err.println("bench: the stream has failed: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    lines.close();
  }
}
