package dev.tidings.feed.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds the addresses that a call may go to. The client connects to the very addresses that were
 * judged here: a name that answers differently the next time gains nothing by it.
 */
final class Gate implements SocketAddressResolver, AutoCloseable {

  /** Name servers that do not answer hold one each, for at most some seconds. */
  private static final int THREADS = 32;

  /** A host is where our own network may be; names no address, which might be secret. */
  static final class Closed extends IOException {
    private static final long serialVersionUID = 1L;

    Closed(String word) {
      super(
          String.format(
              Locale.ROOT, "its host has a %s address; expected one of the public internet", word));
    }
  }

  private final Resolver resolver;
  private final boolean allowPrivate;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Gate::thread);

  Gate(Resolver resolver, boolean allowPrivate) {
    this.resolver = resolver;
    this.allowPrivate = allowPrivate;
    threads.allowCoreThreadTimeOut(true);
  }

  /** The host's addresses; fails with {@link Closed} when any of them is special. */
  CompletableFuture<List<InetAddress>> open(String host) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return opened(host);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    var unused =
        open(host)
            .thenApply(
                found -> found.stream().map(one -> new InetSocketAddress(one, port)).toList())
            .whenComplete(
                (addresses, failure) -> {
                  if (failure == null) {
                    promise.succeeded(addresses);
                  } else {
                    promise.failed(failure.getCause() == null ? failure : failure.getCause());
                  }
                });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private List<InetAddress> opened(String host) throws IOException {
    List<InetAddress> addresses = resolver.resolve(host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException("no address");
    }
    for (InetAddress address : addresses) {
      Optional<String> special = SpecialAddresses.whatIsSpecial(address);
      if (special.isPresent() && !allowPrivate) {
        throw new Closed(special.get());
      }
    }
    return addresses;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "tidings-webhooks-names");
    thread.setDaemon(true);
    return thread;
  }
}
