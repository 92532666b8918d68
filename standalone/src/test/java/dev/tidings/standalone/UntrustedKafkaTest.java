package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something answers where Kafka should be, and is not what was expected. */
class UntrustedKafkaTest {

  private static final String PASSWORD = "changeit";

  private record Signed(Path key, Path authority) {}

  @TempDir Path folder;

  @Test
  void expiredCertificateIsOneLine() throws Exception {
    Signed expired = signed("expired", "localhost", "-startdate", "-20d", "-validity", "5");

    assertThat(saidOf(expired.key(), expired.authority()))
        .contains("and we cannot trust each other: its certificate has expired (NotAfter: ");
  }

  @Test
  void certificateFromAStrangerIsOneLine() throws Exception {
    assertThat(
            saidOf(signed("stranger", "localhost").key(), signed("known", "localhost").authority()))
        .contains("unable to find valid certification path");
  }

  @Test
  void certificateOfAnotherHostIsOneLine() throws Exception {
    Signed other = signed("other", "kafka.example");

    assertThat(saidOf(other.key(), other.authority()))
        .contains("No subject alternative DNS name matching localhost found");
  }

  @Test
  void webServerIsOneLine() throws IOException {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.start();
    try {
      String address = "127.0.0.1:" + web.getAddress().getPort();
      Run run = Run.of("topics", "--kafka=" + address);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo("tidings: no Kafka answers at %s; expected a broker there%n", address);
    } finally {
      web.stop(0);
    }
  }

  /** What a role says, in one line, of a server that shows the first and should show the second. */
  private static String saidOf(Path key, Path trusted) throws Exception {
    try (SSLServerSocket server = server(key)) {
      Run run =
          Run.in(
              Map.of(
                  "KAFKA_SECURITY_PROTOCOL", "SSL",
                  "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                  "KAFKA_SSL_TRUSTSTORE_LOCATION", trusted.toString()),
              "topics",
              "--kafka=localhost:" + server.getLocalPort());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err().lines()).hasSize(1);
      return run.err();
    }
  }

  /** Shakes hands with everybody who comes. */
  private static SSLServerSocket server(Path key) throws Exception {
    KeyStore store = KeyStore.getInstance(key.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread greeting = new Thread(() -> greet(server));
    greeting.setDaemon(true);
    greeting.start();
    return server;
  }

  private static void greet(SSLServerSocket server) {
    while (!server.isClosed()) {
      try (SSLSocket client = (SSLSocket) server.accept()) {
        client.startHandshake();
      } catch (IOException e) {
        // It went, as it should, or the test is over.
      }
    }
  }

  /** A certificate for a host, with its key, from an authority of its own. */
  private Signed signed(String name, String host, String... more) {
    String store = folder.resolve(name + ".p12").toString();
    Path authority = folder.resolve(name + ".pem");
    List<String> create = List.of("-genkeypair", "-keyalg", "EC", "-keystore", store, "-alias");
    keytool(create, "authority", "-dname", "CN=" + name, "-ext", "bc=ca:true");
    keytool(
        create,
        "kafka",
        Stream.concat(
                Stream.of("-signer", "authority", "-dname", "CN=kafka", "-ext", "san=dns:" + host),
                Stream.of(more))
            .toArray(String[]::new));
    keytool(
        List.of("-exportcert", "-rfc", "-keystore", store, "-alias"),
        "authority",
        "-file",
        authority.toString());
    keytool(List.of("-delete", "-keystore", store, "-alias"), "authority");
    return new Signed(Path.of(store), authority);
  }

  private static void keytool(List<String> start, String alias, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(start);
    command.add(alias);
    command.addAll(List.of(more));
    command.addAll(List.of("-storepass", PASSWORD));
    Ran.of(command, Map.of()).orFail();
  }
}
