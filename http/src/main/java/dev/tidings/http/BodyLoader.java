package dev.tidings.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** Reads a request's body as it comes, and handles the request when all of it is there. */
final class BodyLoader extends ContentLoader implements Invocable.Task {

  /** Of a body that is too large, in bytes: many who are cut off as they send never read why. */
  private static final long MOST_SWALLOWED = 16 * 1024 * 1024;

  private final long mostKept;
  private final Transfer transfer;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final AtomicBoolean isHandled = new AtomicBoolean();
  private long read;

  /**
   * A loader.
   *
   * @param mostBytes of a body; of a larger one, so much is kept that it is seen to be larger
   */
  BodyLoader(
      Handler handler,
      Request request,
      Response response,
      Callback callback,
      long mostBytes,
      Transfers transfers) {
    super(handler, request, response, callback);
    this.mostKept = mostBytes + 1;
    this.transfer =
        new Transfer(
            transfers,
            transfers.pace().bodyRate(),
            () ->
                finish(
                    Content.Chunk.from(new TimeoutException("the body does not come in time")),
                    true));
  }

  @Override
  protected void load() {
    transfer.move();
    read(false);
  }

  @Override
  public void run() {
    read(true);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private void read(boolean elsewhere) {
    while (!transfer.isOver()) {
      Content.Chunk chunk = getRequest().read();
      if (chunk == null) {
        getRequest().demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        finish(chunk, elsewhere);
        return;
      }
      boolean isLast = chunk.isLast();
      take(chunk.getByteBuffer());
      chunk.release();
      if (isLast || read > MOST_SWALLOWED) {
        finish(Content.Chunk.EOF, elsewhere);
        return;
      }
    }
  }

  private void take(ByteBuffer content) {
    int length = content.remaining();
    int wanted = (int) Math.min(length, mostKept - kept.size());
    read += length;
    transfer.moved(length);
    if (wanted > 0 && transfer.hold(wanted)) {
      byte[] bytes = new byte[wanted];
      content.get(bytes);
      kept.writeBytes(bytes);
    }
  }

  /**
   * Handles the request.
   *
   * @param end EOF, or why there is no more of the body
   * @param elsewhere not in this thread, which must not wait
   */
  private void finish(Content.Chunk end, boolean elsewhere) {
    if (!isHandled.compareAndSet(false, true)) {
      return;
    }
    transfer.rest();
    // Of a body that is cut short nothing is used, and another thread may still add to it.
    byte[] bytes = Content.Chunk.isFailure(end) ? new byte[0] : kept.toByteArray();
    Request whole = new WholeRequest(getRequest(), bytes, end);
    Callback answered = Callback.from(getCallback(), transfer::end);
    if (elsewhere) {
      getRequest().getContext().execute(() -> handle(whole, getResponse(), answered));
    } else {
      handle(whole, getResponse(), answered);
    }
  }

  /** A request whose body is there, or will not come. */
  private static final class WholeRequest extends Request.Wrapper {

    private Content.@Nullable Chunk content;
    private final Content.Chunk end;

    WholeRequest(Request request, byte[] bytes, Content.Chunk end) {
      super(request);
      this.content = bytes.length == 0 ? null : Content.Chunk.from(ByteBuffer.wrap(bytes), false);
      this.end = end;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk next = content;
      content = null;
      return next == null ? end : next;
    }

    @Override
    public void demand(Runnable callback) {
      callback.run();
    }
  }
}
