package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed that readers reach under a path, behind a proxy. */
class FeedBehindAPathTest {

  private final List<URI> asked = new CopyOnWriteArrayList<>();
  private HttpServer proxy;

  @BeforeEach
  void start() throws IOException {
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    proxy.start();
  }

  @AfterEach
  void stop() {
    proxy.stop(0);
  }

  @Test
  void isAskedThere() {
    String feed = "--feed=http://127.0.0.1:" + proxy.getAddress().getPort() + "/tidings/";

    Run.of("show", "IRN-PAK", "--as-of=2024-01-18", feed);
    Run.of("watch", "--since=-1", feed);

    assertThat(asked)
        .extracting(URI::toString)
        .containsExactly(
            "/tidings/relationships/IRN-PAK?asOf=2024-01-18",
            "/tidings/notifications/stream?after=-1");
  }

  @Test
  void mayHaveAHostWithUnderscores() {
    Run run = Run.of("show", "IRN-PAK", "--feed=http://no_such_host.invalid:8080");

    assertThat(run.status()).isOne();
    assertThat(run.err()).contains("no feed answers at http://no_such_host.invalid:8080");
  }

  @Test
  void hasNoQuery() {
    Run run = Run.of("show", "IRN-PAK", "--feed=http://127.0.0.1:8080?a=b");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("expected where a feed answers");
  }
}
