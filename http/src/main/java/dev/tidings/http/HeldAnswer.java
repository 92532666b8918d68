package dev.tidings.http;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is held until its reader has taken it, so that whoever writes it never waits.
 * Those that are marked as {@link #STREAMED} are passed on: they are written as they are taken.
 */
final class HeldAnswer extends Response.Wrapper implements Callback {

  /** An attribute of the requests whose answers are passed on. */
  static final String STREAMED = HeldAnswer.class.getName() + ".streamed";

  @SuppressWarnings("ArrayRecordComponent") // It is never compared.
  private record Part(byte[] bytes, boolean last) {}

  private final Callback answered;
  private final AtomicBoolean isAnswered = new AtomicBoolean();
  private final Queue<Part> parts = new ConcurrentLinkedQueue<>();
  private final Transfer transfer;
  private final Writing writing = new Writing();
  private volatile boolean complete;
  private volatile boolean lastSeen;
  private volatile @Nullable Throwable failure;

  HeldAnswer(Request request, Response response, Callback answered, Transfers transfers) {
    super(request, response);
    this.answered = answered;
    this.transfer =
        new Transfer(
            transfers,
            transfers.pace().answerRate(),
            () -> {
              parts.clear();
              request
                  .getConnectionMetaData()
                  .getConnection()
                  .getEndPoint()
                  .close(new TimeoutException("the answer is not taken in time"));
            });
  }

  @Override
  public void write(boolean last, @Nullable ByteBuffer content, Callback written) {
    if (getRequest().getAttribute(STREAMED) != null) {
      super.write(last, content, written);
      return;
    }
    byte[] bytes = BufferUtil.toArray(content == null ? BufferUtil.EMPTY_BUFFER : content);
    transfer.move();
    if (!transfer.hold(bytes.length)) {
      written.failed(new TimeoutException("the answer is not taken in time"));
      return;
    }
    if (content != null) {
      BufferUtil.clear(content);
    }
    lastSeen |= last;
    parts.add(new Part(bytes, last));
    writing.iterate();
    Throwable failed = failure;
    if (failed == null) {
      written.succeeded();
    } else {
      written.failed(failed);
    }
  }

  @Override
  public boolean hasLastWrite() {
    return lastSeen || super.hasLastWrite();
  }

  @Override
  public void succeeded() {
    complete = true;
    writing.iterate();
    Throwable failed = failure;
    if (failed != null) {
      failed(failed);
    }
  }

  @Override
  public void failed(Throwable cause) {
    transfer.end();
    parts.clear();
    if (isAnswered.compareAndSet(false, true)) {
      answered.failed(cause);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return answered.getInvocationType();
  }

  /** Writes part after part, each when its reader has taken the one before. */
  private final class Writing extends IteratingCallback {

    private @Nullable Part part;

    @Override
    protected Action process() {
      Part next = parts.poll();
      if (next == null) {
        transfer.rest();
        return complete ? Action.SUCCEEDED : Action.IDLE;
      }
      part = next;
      getWrapped().write(next.last(), ByteBuffer.wrap(next.bytes()), this);
      return Action.SCHEDULED;
    }

    @Override
    protected void onSuccess() {
      Part taken = part;
      if (taken != null) {
        part = null;
        transfer.moved(taken.bytes().length);
        transfer.release(taken.bytes().length);
      }
    }

    @Override
    protected void onCompleteSuccess() {
      transfer.end();
      if (isAnswered.compareAndSet(false, true)) {
        answered.succeeded();
      }
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
      failure = cause;
      transfer.end();
      parts.clear();
      if (complete) {
        failed(cause);
      }
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
