package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyPortTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void isToldInOneLineAndLeavesTheFolderFree() throws Exception {
    try (ServerSocket busy =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      int port = busy.getLocalPort();

      assertThatThrownBy(() -> EmbeddedBroker.start(folder, port))
          .isInstanceOf(BrokerFailure.class)
          .hasMessage(
              "port %d on 127.0.0.1 is in use; stop what listens there, or choose another port",
              port);
    }
    try (FolderLock free = FolderLock.take(folder)) {
      assertThat(free).isNotNull();
    }
  }

  @Test
  void isToldForABrokerOnAnotherFolderToo() {
    try (LoopbackPort other = LoopbackPort.open(0)) {
      int port = other.socket().socket().getLocalPort();

      assertThatThrownBy(() -> EmbeddedBroker.start(folder, port))
          .isInstanceOf(BrokerFailure.class)
          .hasMessageContaining("port " + port + " on 127.0.0.1 is in use");
    }
  }

  @Test
  void isToldApartFromANumberThatIsNoPort() {
    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 70_000))
        .isInstanceOf(BrokerFailure.class)
        .hasMessage("port 70000: expected 0 (any free port) … 65535");
  }
}
