package dev.tidings.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is made as its reader takes it: no thread waits for the reader, and no more than
 * one part of it is held.
 */
public final class StreamedAnswer implements WriteListener {

  private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);

  private final HttpOutput out;
  private final Iterator<byte[]> parts;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private StreamedAnswer(HttpOutput out, Iterator<byte[]> parts) {
    this.out = out;
    this.parts = parts;
  }

  /**
   * Answers with parts, compressed for whoever takes gzip.
   *
   * @param parts each is asked for when the reader has taken the one before, in any thread
   */
  public static void write(Context request, Iterator<byte[]> parts) throws IOException {
    String accepted = request.header("Accept-Encoding");
    boolean compresses = accepted != null && accepted.contains("gzip");
    if (compresses) {
      request.header("Content-Encoding", "gzip");
    }
    request.header("Vary", "Accept-Encoding");
    if (HandlerType.HEAD.equals(request.method())) {
      Answer.headOfStream(request);
      return;
    }
    request.future(
        () -> {
          HttpOutput out = output(request);
          StreamedAnswer answer =
              new StreamedAnswer(out, compresses ? new Compressed(parts) : parts);
          request.req().getAsyncContext().setTimeout(0);
          out.setWriteListener(answer);
          return answer.over;
        });
  }

  /**
   * Jetty's own stream of an answer, which is not held for its reader: whoever writes to it asks
   * whether it is ready. Javalin's would compress, and so hold parts back.
   */
  public static HttpOutput output(Context request) {
    request.req().setAttribute(HeldAnswer.STREAMED, true);
    try {
      return (HttpOutput) request.res().getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void onWritePossible() throws IOException {
    while (out.isReady()) {
      if (!parts.hasNext()) {
        over.complete(null);
        return;
      }
      out.write(ByteBuffer.wrap(parts.next()));
    }
  }

  @Override
  public void onError(Throwable cause) {
    if (cause instanceof IOException) {
      LOG.atDebug().setCause(cause).log("a reader is gone");
    } else {
      LOG.atError().setCause(cause).log("an answer failed; its reader is cut off");
    }
    over.complete(null);
  }

  /** The same in gzip. */
  private static final class Compressed implements Iterator<byte[]> {

    private final Iterator<byte[]> plain;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private boolean ended;

    Compressed(Iterator<byte[]> plain) {
      this.plain = plain;
      try {
        this.gzip = new GZIPOutputStream(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public byte[] next() {
      try {
        do {
          if (plain.hasNext()) {
            gzip.write(plain.next());
          } else {
            gzip.close();
            ended = true;
          }
        } while (bytes.size() == 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      byte[] part = bytes.toByteArray();
      bytes.reset();
      return part;
    }
  }
}
