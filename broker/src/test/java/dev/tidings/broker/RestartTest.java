package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void keepsEveryRecordThoughBothPortsChange() throws Exception {
    String firstAddress;
    try (EmbeddedBroker first = EmbeddedBroker.start(folder, 0);
        Client client = new Client(first.bootstrap())) {
      firstAddress = first.bootstrap();
      client.make("greetings");
      client.write("greetings", "hello");
    }

    try (ServerSocket taken = new ServerSocket(portOf(firstAddress));
        EmbeddedBroker again = EmbeddedBroker.start(folder, 0);
        Client client = new Client(again.bootstrap())) {
      client.write("greetings", "hello again");
      assertThat(taken.isBound()).isTrue();
      assertThat(again.bootstrap()).isNotEqualTo(firstAddress);
      assertThat(client.read("greetings")).containsExactly("hello", "hello again");
    }
  }

  @Test
  void isPossibleOnTheSamePortAtOnce() throws Exception {
    EmbeddedBroker first = EmbeddedBroker.start(folder, 0);
    int port = portOf(first.bootstrap());
    try (Client client = new Client(first.bootstrap())) {
      client.make("greetings");
    }
    first.close();
    first.close();

    try (EmbeddedBroker again = EmbeddedBroker.start(folder, port)) {
      assertThat(portOf(again.bootstrap())).isEqualTo(port);
    }
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1));
  }
}
