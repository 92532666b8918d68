package dev.tidings.feed.webhook;

import static dev.tidings.feed.webhook.Hooks.soon;
import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.webhook.Hooks.Created;
import dev.tidings.feed.webhook.Receiver.Reply;
import dev.tidings.update.PubStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What subscribers get, from servers that do all that servers do. Each test has its own pair. */
class DeliveryTest {

  @TempDir static Path folder;
  private static Hooks hooks;

  @BeforeAll
  static void start() {
    hooks = Hooks.allowingPrivate(folder);
  }

  @AfterAll
  static void stop() {
    hooks.close();
  }

  @Test
  void bringsEachEntryOnceInOrderAndSigned() {
    try (Receiver receiver = Receiver.taking()) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-PAK"));

      IntStream.range(0, 20)
          .forEach(n -> hooks.live().publish(update("order" + n).visit("IRN", "PAK").get()));
      hooks.tell(update("other").visit("FRA", "PAK").get());

      soon().until(() -> receiver.calls().size() >= 20);
      assertThat(receiver.uris())
          .containsExactlyElementsOf(
              IntStream.range(0, 20).mapToObj(n -> uri("order" + n)).toList());
      assertThat(receiver.ids()).doesNotHaveDuplicates().allMatch(id -> id.startsWith(hook.id()));
      assertThat(receiver.calls())
          .allMatch(call -> call.isSignedWith(hook.secret()))
          .noneMatch(call -> call.isSignedWith(Secret.fresh().value()));
      assertThat(receiver.calls())
          .extracting(call -> call.id().replaceFirst(".*_", ""))
          .containsExactlyElementsOf(
              receiver.calls().stream().map(call -> call.json().get("seq").asString()).toList());
    }
  }

  @Test
  void triesAgainWithTheSameIdUntilItIsTaken() {
    try (Receiver receiver = Receiver.answering(n -> Reply.of(n < 3 ? 500 : 200))) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-QAT"));

      hooks.tell(
          update("retried").visit("IRN", "QAT").get(), update("next").visit("IRN", "QAT").get());

      soon().until(() -> receiver.calls().size() >= 5);
      assertThat(receiver.uris())
          .containsExactly(
              uri("retried"), uri("retried"), uri("retried"), uri("retried"), uri("next"));
      assertThat(receiver.ids().subList(0, 4)).containsOnly(receiver.ids().get(0));
      assertThat(receiver.calls()).allMatch(call -> call.isSignedWith(hook.secret()));
      soon()
          .untilAsserted(
              () ->
                  assertThat(attempts(hook))
                      .containsExactly(
                          "1 200 null",
                          "4 200 null",
                          "3 500 status 500; expected 2xx",
                          "2 500 status 500; expected 2xx",
                          "1 500 status 500; expected 2xx"));
    }
  }

  @Test
  void disablesWhatHasFailedTenTimesAndGoesOnWhereItStoppedWhenResumed() {
    try (Receiver receiver = Receiver.answering(n -> Reply.of(503))) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-TUR"));

      hooks.tell(update("hopeless").visit("IRN", "TUR").get());

      soon().until(() -> hooks.state(hook).equals("disabled"));
      assertThat(receiver.calls()).hasSize(10);
      assertThat(hooks.get("/subscriptions/" + hook.id()).text("reason"))
          .isEqualTo("10 attempts failed; the last: status 503; expected 2xx");

      hooks.tell(update("missed").visit("IRN", "TUR").get());
      receiver.answer(n -> Reply.of(200));
      assertThat(hooks.post("/subscriptions/" + hook.id() + "/resume").text("state"))
          .isEqualTo("active");

      soon().until(() -> receiver.calls().size() >= 12);
      assertThat(receiver.uris().subList(10, 12)).containsExactly(uri("hopeless"), uri("missed"));
    }
  }

  @Test
  void disablesAtOnceWhatIsGone() {
    try (Receiver receiver = Receiver.answering(n -> Reply.of(410))) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-IRQ"));

      hooks.tell(update("gone").visit("IRN", "IRQ").get());

      soon().until(() -> hooks.state(hook).equals("disabled"));
      assertThat(receiver.calls()).hasSize(1);
      assertThat(hooks.get("/subscriptions/" + hook.id()).text("reason")).contains("410");
    }
  }

  @Test
  void followsNoRedirect() {
    try (Receiver elsewhere = Receiver.taking();
        Receiver receiver =
            Receiver.answering(
                n -> new Reply(n < 2 ? 307 : 302, Map.of("Location", elsewhere.url())))) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-OMN"));

      hooks.tell(update("moved").visit("IRN", "OMN").get());

      soon().until(() -> hooks.state(hook).equals("disabled"));
      assertThat(elsewhere.calls()).isEmpty();
      assertThat(attempts(hook).get(0))
          .isEqualTo("10 302 status 302: redirects are not followed; expected 2xx");
    }
  }

  @Test
  void leavesAReceiverAloneForAsLongAsItAsks() {
    try (Receiver receiver =
        Receiver.answering(
            n -> n == 0 ? new Reply(429, Map.of("Retry-After", "2")) : Reply.of(200))) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-KWT"));

      hooks.tell(update("busy").visit("IRN", "KWT").get());

      soon().until(() -> attempts(hook).size() >= 2);
      List<Instant> at = new ArrayList<>();
      hooks
          .get("/subscriptions/" + hook.id() + "/deliveries")
          .json()
          .get("deliveries")
          .forEach(attempt -> at.add(Instant.parse(attempt.get("at").stringValue())));
      assertThat(Duration.between(at.get(1), at.get(0)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }
  }

  @Test
  void cutsOffAnAnswerThatIsFarTooLong() {
    try (RudeReceiver receiver = RudeReceiver.gigabyte(200)) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-SYR"));

      hooks.tell(update("big").visit("IRN", "SYR").get());

      soon().until(() -> !attempts(hook).isEmpty());
      assertThat(attempts(hook)).containsExactly("1 200 null");
      // What the sockets between hold is sent before anybody notices.
      assertThat(receiver.bytesSent()).isLessThan(64L * 1024 * 1024);
    }
  }

  @Test
  void takesHalfAnAnswerForNone() {
    try (RudeReceiver receiver = RudeReceiver.breakingOff()) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "IRN-LBN"));

      hooks.tell(update("half").visit("IRN", "LBN").get());

      soon().until(() -> hooks.state(hook).equals("disabled"));
      assertThat(attempts(hook))
          .contains("1 200 the connection ended before a whole answer came")
          .hasSize(10);
    }
  }

  @Test
  void isNotHeldUpByThoseWhoHang() {
    try (RudeReceiver hangs = RudeReceiver.hanging();
        RudeReceiver drips = RudeReceiver.dripping();
        Receiver receiver = Receiver.taking()) {
      List<Created> stuck = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        stuck.add(hooks.subscribe(hangs.url(), Map.of("pair", "IRN-YEM")));
        stuck.add(hooks.subscribe(drips.url(), Map.of("pair", "IRN-YEM")));
      }
      hooks.subscribe(receiver.url(), Map.of("pair", "IRN-YEM"));
      long start = System.nanoTime();

      IntStream.range(0, 5)
          .forEach(n -> hooks.live().publish(update("quick" + n).visit("IRN", "YEM").get()));

      soon().until(() -> receiver.calls().size() >= 5);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Hooks.WHOLE_CALL);
      assertThat(hangs.calls()).isPositive();
      for (Created one : stuck) {
        soon().until(() -> !attempts(one).isEmpty());
        List<String> attempts = attempts(one);
        assertThat(attempts.get(attempts.size() - 1)).contains("no whole answer within");
      }
      stuck.forEach(one -> hooks.delete("/subscriptions/" + one.id()));
    }
  }

  @Test
  void tellsOfAKillWhoeverWasTold() {
    try (Receiver receiver = Receiver.taking()) {
      Created hook =
          hooks.subscribe(
              receiver.url(),
              Map.of("pair", "ARM-IRN", "reason", "update", "mute", List.of("border")));
      hooks.tell(update("wrong").visit("IRN", "ARM").headline("WRONG headline").get());
      soon().until(() -> receiver.calls().size() >= 1);
      long before = receiver.calls().get(0).json().get("seq").asLong() - 1;

      hooks.tell(
          update("wrong")
              .visit("IRN", "ARM")
              .headline("WRONG headline")
              .version(2)
              .status(PubStatus.CANCELED)
              .issued("2024-02-01T00:00:00Z")
              .get());

      soon().until(() -> receiver.calls().size() >= 2);
      assertThat(receiver.calls().get(1).json().get("reason").stringValue()).isEqualTo("kill");
      assertThat(receiver.calls().get(1).body()).doesNotContain("WRONG");

      hooks.post("/subscriptions/" + hook.id() + "/replay", "{\"after\":%d}".formatted(before));
      soon().until(() -> receiver.calls().size() >= 4);
      assertThat(receiver.calls().subList(2, 4)).noneMatch(call -> call.body().contains("WRONG"));
      assertThat(receiver.ids().subList(2, 4)).isEqualTo(receiver.ids().subList(0, 2));
    }
  }

  private static List<String> attempts(Created hook) {
    List<String> attempts = new ArrayList<>();
    hooks
        .get("/subscriptions/" + hook.id() + "/deliveries")
        .json()
        .get("deliveries")
        .forEach(
            one ->
                attempts.add(
                    "%s %s %s"
                        .formatted(
                            one.get("attempt").asString(),
                            one.has("status") ? one.get("status").asString() : null,
                            one.has("problem") ? one.get("problem").asString() : null)));
    return attempts;
  }
}
