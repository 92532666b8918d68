package dev.tidings.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoaderFactory;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a client's speed away from our threads: a request is handled when its body is there, and
 * its answer is held until it is taken. Looks for slow clients several times in a grace.
 */
final class PacedHandler extends Handler.Wrapper {

  private static final long LOOKS_IN_A_GRACE = 10;

  private final Transfers transfers;
  private volatile Scheduler.@Nullable Task look;

  private PacedHandler(Transfers transfers) {
    this.transfers = transfers;
  }

  /**
   * The handlers that stand before those of an application.
   *
   * @param threads at most so many of the server's handle requests, but those for {@code always}
   * @param always paths of what is answered while no such thread is free
   */
  static Handler.Wrapper of(
      Transfers transfers, long mostBodyBytes, int threads, String... always) {
    ThreadLimitHandler limited =
        new ThreadLimitHandler() {
          @Override
          protected String getRemoteIP(Request request) {
            return "all";
          }
        };
    limited.setThreadLimit(threads);
    limited.excludePath(always);
    PacedHandler paced = new PacedHandler(transfers);
    paced.setHandler(new EagerContentHandler(limited, new WholeBodies(mostBodyBytes, transfers)));
    return paced;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HeldAnswer answer = new HeldAnswer(request, response, callback, transfers);
    return super.handle(request, answer, answer);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookAgain();
  }

  @Override
  protected void doStop() throws Exception {
    Scheduler.Task next = look;
    if (next != null) {
      next.cancel();
    }
    super.doStop();
  }

  private void lookAgain() {
    long every = Math.max(1, transfers.pace().grace().toMillis() / LOOKS_IN_A_GRACE);
    look = getServer().getScheduler().schedule(this::look, every, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      transfers.cutOffTheSlow();
      for (Connector connector : getServer().getConnectors()) {
        connector.getConnectedEndPoints().stream()
            .filter(this::isSlowHead)
            .forEach(EndPoint::close);
      }
    } finally {
      lookAgain();
    }
  }

  /** Jetty's own patience begins anew with each byte. */
  private boolean isSlowHead(EndPoint client) {
    if (!(client.getConnection() instanceof HttpConnection connection)) {
      return false;
    }
    HttpParser parser = connection.getParser();
    HttpParser.State state = parser.getState();
    return state.compareTo(HttpParser.State.START) > 0
        && state.compareTo(HttpParser.State.CONTENT) < 0
        && System.nanoTime() - parser.getBeginNanoTime() > transfers.pace().grace().toNanos();
  }

  private record WholeBodies(long mostBytes, Transfers transfers) implements ContentLoaderFactory {

    @Override
    public @Nullable String getApplicableMimeType() {
      return null;
    }

    @Override
    public ContentLoader newContentLoader(
        String contentType,
        String mimeType,
        Handler handler,
        Request request,
        Response response,
        Callback callback) {
      return new BodyLoader(handler, request, response, callback, mostBytes, transfers);
    }
  }
}
