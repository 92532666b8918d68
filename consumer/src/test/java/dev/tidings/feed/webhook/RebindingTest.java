package dev.tidings.feed.webhook;

import static dev.tidings.feed.webhook.Hooks.soon;
import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.webhook.Hooks.Answer;
import dev.tidings.feed.webhook.Hooks.Created;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that answer one way when asked for the first time, and another way later. */
class RebindingTest {

  @TempDir static Path folder;

  private static final AtomicInteger ASKED = new AtomicInteger();

  private static final Resolver REBINDS =
      host ->
          host.equals("rebinds.example")
              ? List.of(
                  InetAddress.getByName(ASKED.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1"))
              : Resolver.system().resolve(host);

  private static Hooks hooks;

  @org.junit.jupiter.api.BeforeAll
  static void start() {
    hooks = Hooks.with(folder, false, REBINDS, Hooks.FAST);
  }

  @org.junit.jupiter.api.AfterAll
  static void stop() {
    hooks.close();
  }

  @Test
  void areRefusedWhenDialled() {
    try (Receiver inside = Receiver.taking()) {
      Created hook =
          hooks.subscribe(
              "http://rebinds.example:%d/".formatted(inside.port()), Map.of("pair", "IRN-PAK"));

      hooks.tell(update("rebound").visit("IRN", "PAK").get());

      soon().until(() -> hooks.state(hook).equals("disabled"));
      assertThat(inside.calls()).isEmpty();
      assertThat(hooks.get("/subscriptions/" + hook.id()).text("reason"))
          .contains("its host has a loopback address");

      Answer test = hooks.post("/subscriptions/" + hook.id() + "/test");
      assertThat(test.json().get("taken").booleanValue()).isFalse();
      assertThat(inside.calls()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://localhost./",
        "http://a@127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
      })
  void isRefusedWhenSubscribingHoweverItIsSpelled(String url) {
    Answer answer = hooks.post("/subscriptions", "{\"url\":\"%s\"}".formatted(url));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").stringValue()).isEqualTo("url");
  }
}
