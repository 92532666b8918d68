package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path parent;

  @Test
  void makesTheFolderAndAnswersAtOnce() throws Exception {
    Path folder = parent.resolve("new/tidings-data");

    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Client client = new Client(broker.bootstrap())) {
      client.make("greetings");
      client.write("greetings", "hello");
      assertThat(client.read("greetings")).containsExactly("hello");
      assertThat(broker.folder()).isEqualTo(folder).isDirectory();
      assertThat(broker.bootstrap()).matches("127\\.0\\.0\\.1:[1-9]\\d*");
    }
  }

  @Test
  void isDoneAgainAfterAFormatThatWasCutShort() throws Exception {
    Path kafka = Files.createDirectories(parent.resolve("kafka"));
    Files.writeString(kafka.resolve("bootstrap.checkpoint"), "cut sh");

    try (EmbeddedBroker broker = EmbeddedBroker.start(parent, 0);
        Client client = new Client(broker.bootstrap())) {
      client.make("greetings");
      assertThat(kafka.resolve(KafkaNode.IDENTITY)).exists();
    }
  }

  @Test
  void letsSeveralBrokersLiveInOneJvm() throws Exception {
    try (EmbeddedBroker one = EmbeddedBroker.start(parent.resolve("one"), 0);
        EmbeddedBroker two = EmbeddedBroker.start(parent.resolve("two"), 0);
        Client ofOne = new Client(one.bootstrap());
        Client ofTwo = new Client(two.bootstrap())) {
      ofOne.make("greetings");
      ofTwo.make("greetings");

      ofTwo.write("greetings", "to two");
      ofOne.write("greetings", "to one");

      assertThat(ofOne.read("greetings")).containsExactly("to one");
      assertThat(ofTwo.read("greetings")).containsExactly("to two");
    }
  }
}
