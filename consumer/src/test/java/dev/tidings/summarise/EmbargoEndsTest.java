package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.PubStatus;
import dev.tidings.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embargo ends; nothing else is published. */
class EmbargoEndsTest {

  private static final String BEFORE = "2024-01-17T11:59:59.999Z";
  private static final String END = "2024-01-17T12:00:00Z";

  @TempDir Path folder;
  private final TestClock clock = new TestClock(BEFORE);
  private EmbeddedBroker broker;
  private Kafka kafka;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder, 0);
    kafka = Kafka.at(broker.bootstrap());
  }

  @AfterEach
  void stop() {
    kafka.close();
    broker.close();
  }

  @Test
  void nobodyIsToldBeforeAndEverybodyAfterwards() {
    try (RunningWorker worker = RunningWorker.start(kafka, clock)) {
      publish(embargoed());
      publish(update("unrelated").visit("IRN", "FRA"));
      assertThat(kafka.told()).containsExactly("test:unrelated#1 update");
      assertThat(kafka.summary("IRN-PAK")).isEmpty();

      clock.moveTo(END);
      awaitReleased();

      assertThat(kafka.told()).containsExactly("test:unrelated#1 update", "test:plan#1 release");
      assertThat(kafka.summary("IRN-PAK").orElseThrow().knownAt()).isEqualTo(END);
      assertThat(kafka.wrongSummaries()).isEmpty();
      assertThat(worker.summariser().tally().onTheirWay()).isZero();
    }
  }

  /** Kafka has the real clock, so that these instants are real too. */
  @Test
  void nobodyBringsItForwardByIssuingAheadOfTheClock() {
    Instant end = Instant.now().plusSeconds(240);
    RunningWorker.during(
        kafka,
        clock,
        () -> {
          publish(update("plan").issued("2024-01-16T08:00:00Z").embargoedUntil(end.toString()));
          publish(update("ahead").issued(end.plusSeconds(10).toString()));

          assertThat(kafka.told()).containsExactly("test:ahead#1 update");
          assertThat(kafka.summary("IRN-PAK").orElseThrow().knownAt()).isBefore(end);
          assertThat(kafka.wrongSummaries()).isEmpty();
        });
  }

  @Test
  void itStandsInTheLogOnceAndSaysThatTheWorkerWroteIt() {
    try (RunningWorker worker = RunningWorker.start(kafka, clock)) {
      publish(embargoed());
      clock.moveTo(END);
      awaitReleased();
      publish(update("unrelated").visit("IRN", "FRA"));

      List<ConsumerRecord<byte[], byte[]>> log = kafka.read(Topic.VISITS);

      assertThat(log.stream().map(EmbargoEndsTest::idAndSource))
          .containsExactlyInAnyOrder(
              "test:plan#1 /tidings/publish",
              "test:plan#1 /tidings/summarise",
              "test:unrelated#1 /tidings/publish");
      assertThat(worker.thread().isAlive()).isTrue();
    }
  }

  @Test
  void itIsWrittenOnceHoweverLongItIsOnItsWay() {
    List<ProducerRecord<byte[], byte[]>> written = new CopyOnWriteArrayList<>();
    try (RunningWorker worker =
        RunningWorker.start(
            kafka,
            clock,
            () -> new SlowLogOutbox(new TransactionalOutbox(kafka.client()), written))) {
      publish(embargoed());
      clock.moveTo(END);
      Awaitility.await().until(() -> !written.isEmpty());

      publish(update("one").visit("IRN", "FRA"));
      publish(update("two").visit("PAK", "FRA"));
      publish(update("other").issued("2024-01-16T09:00:00Z"));

      assertThat(written).hasSize(1);
      assertThat(worker.summariser().tally().onTheirWay()).isEqualTo(1);
      assertThat(kafka.told()).hasSize(3).noneMatch(told -> told.startsWith("test:plan"));
    }
  }

  @Test
  void aWorkerThatWasDownAtThatMomentSaysSoWhenItComesBack() {
    RunningWorker.during(
        kafka,
        clock,
        () -> {
          publish(embargoed());
        });
    clock.moveTo("2024-03-01T00:00:00Z");

    RunningWorker.during(
        kafka,
        clock,
        () -> {
          awaitReleased();

          assertThat(kafka.told()).containsExactly("test:plan#1 release");
          assertThat(kafka.summary("IRN-PAK").orElseThrow().knownAt()).isEqualTo(END);
          assertThat(kafka.wrongSummaries()).isEmpty();
        });
  }

  @Test
  void aWorkerThatIsStoppedAgainAndAgainAtThatMomentTellsItOnce() {
    RunningWorker.during(
        kafka,
        clock,
        () -> {
          publish(embargoed());
        });
    clock.moveTo(END);
    for (int life = 0; life < 4; life++) {
      try (RunningWorker worker = RunningWorker.start(kafka, clock)) {
        worker.awaitReady();
        Awaitility.await().until(() -> kafka.read(Topic.VISITS).size() > 1);
      }
    }

    RunningWorker.during(
        kafka,
        clock,
        () -> {
          awaitReleased();

          assertThat(kafka.told()).containsExactly("test:plan#1 release");
          assertThat(kafka.read(Topic.VISITS)).hasSize(2);
          assertThat(kafka.wrongSummaries()).isEmpty();
        });
  }

  @Test
  void whatWasKilledBeforeIsNeverTold() {
    RunningWorker.during(
        kafka,
        clock,
        () -> {
          publish(embargoed());
          publish(
              update("plan").version(2).status(PubStatus.CANCELED).issued("2024-01-17T00:00:00Z"));

          clock.moveTo(END);
          publish(update("other").visit("IRN", "PAK").issued("2024-01-17T13:00:00Z"));

          assertThat(kafka.told()).containsExactly("test:other#1 update");
          assertThat(kafka.read(Topic.VISITS)).hasSize(3);
          assertThat(kafka.wrongSummaries()).isEmpty();
        });
  }

  @Test
  void eachPairOfOneUpdateIsReleased() {
    RunningWorker.during(
        kafka,
        clock,
        () -> {
          kafka.publish(
              List.of(
                  embargoed().visit("IRN", "PAK").get(),
                  embargoed().visit("IRN", "TUR").get(),
                  embargoed().visit("PAK", "TUR").get()));
          kafka.awaitProcessed();

          clock.moveTo(END);
          Awaitility.await()
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(() -> assertThat(kafka.told()).hasSize(3));
          kafka.awaitProcessed();

          assertThat(kafka.told()).hasSize(3).containsOnly("test:plan#1 release");
          assertThat(kafka.read(Topic.VISITS)).hasSize(6);
          assertThat(kafka.wrongSummaries()).isEmpty();
        });
  }

  private void publish(UpdateFixture update) {
    kafka.publish(List.of(update.get()));
    kafka.awaitProcessed();
  }

  private void awaitReleased() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(kafka.told()).contains("test:plan#1 release"));
    kafka.awaitProcessed();
  }

  private static String idAndSource(ConsumerRecord<byte[], byte[]> record) {
    return Kafka.text(record.headers().lastHeader("ce_id").value())
        + " "
        + Kafka.text(record.headers().lastHeader("ce_source").value());
  }

  private static UpdateFixture embargoed() {
    return update("plan").issued("2024-01-16T08:00:00Z").embargoedUntil(END);
  }
}
