package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
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

  @TempDir Path folder;

  @Test
  void expiredCertificateIsOneLine() throws Exception {
    Path store = store("expired");
    make(store, "authority", List.of("-dname", "CN=authority", "-ext", "bc=ca:true"));
    make(
        store,
        "kafka",
        List.of(
            "-signer",
            "authority",
            "-dname",
            "CN=kafka",
            "-ext",
            "san=dns:localhost",
            "-startdate",
            "-20d",
            "-validity",
            "5"));
    Path authority = exported(store, "authority");
    keytool(Stream.of("-delete", "-keystore", store.toString(), "-alias", "authority"));

    assertThat(saidOf(store, authority))
        .contains("and we cannot trust each other: its certificate has expired (NotAfter: ");
  }

  @Test
  void certificateFromAStrangerIsOneLine() throws Exception {
    Path known = selfSigned("known", "localhost");

    assertThat(saidOf(selfSigned("stranger", "localhost"), exported(known, "kafka")))
        .contains("unable to find valid certification path");
  }

  @Test
  void certificateOfAnotherHostIsOneLine() throws Exception {
    Path other = selfSigned("other", "kafka.example");

    assertThat(saidOf(other, exported(other, "kafka")))
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

  private Path selfSigned(String name, String host) {
    Path store = store(name);
    make(store, "kafka", List.of("-dname", "CN=" + name, "-ext", "san=dns:" + host));
    return store;
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  /** A key and its certificate. */
  private static void make(Path store, String alias, List<String> how) {
    keytool(
        Stream.concat(
            Stream.of("-genkeypair", "-keyalg", "EC", "-keystore", store.toString()),
            Stream.concat(Stream.of("-alias", alias), how.stream())));
  }

  /** A certificate as a file, for whoever trusts it. */
  private Path exported(Path store, String alias) {
    Path file = folder.resolve(alias + ".pem");
    keytool(
        Stream.of(
            "-exportcert",
            "-rfc",
            "-keystore",
            store.toString(),
            "-alias",
            alias,
            "-file",
            file.toString()));
    return file;
  }

  private static void keytool(Stream<String> arguments) {
    Ran.of(
            Stream.of(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString()),
                    arguments,
                    Stream.of("-storepass", PASSWORD))
                .flatMap(part -> part)
                .toList(),
            Map.of())
        .orFail();
  }
}
