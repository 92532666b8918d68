package dev.tidings.relationship.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.Doubt;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.Person;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import dev.tidings.update.Sector;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import dev.tidings.update.UpdateId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedUpdateTest {

  private static final Instant CREATED = Instant.parse("2024-01-17T08:00:00.123456789Z");

  private static final RelationshipUpdate WITH_ALL =
      new RelationshipUpdate(
          new UpdateId("https://desk.example/نووێ/17", 300),
          CREATED,
          PubStatus.WITHHELD,
          Instant.parse("2024-01-18T00:00:00.5Z"),
          Mode.of(Kind.VISIT, "meeting"),
          EdtfDate.parse("2024-01-16/2024-01-18"),
          new Party("IRN"),
          new Party("PAK"),
          Sector.of("GOV"),
          Sector.of("XYZ"),
          List.of(new Party("USA"), new Party("CHN")),
          "Iran strikes “Jaish al-Adl” in Pakistan 😀",
          "First line\nsecond line " + "x".repeat(1_000),
          "fa",
          "Panjgur",
          List.of(new Person("Rezaei", "minister", new Party("IRN")), new Person("N", null, null)),
          Standing.CLAIMED,
          new Attribution(new Party("IRN"), "Rezaei", "minister"),
          new Contribution(
              new ThreadId("border/pilgrims"), Effect.CHANGES, "open", EdtfDate.parse("2024")),
          new Response("test:claim", Position.DENIES),
          List.of(
              new Source("IRNA", "https://irna.example/1", "irna"),
              new Source("ICEWS", null, null, List.of(Doubt.MACHINE_CODED))),
          7,
          "corrected");

  @Test
  void keepsEveryField() throws ReflectiveOperationException {
    for (RecordComponent field : RelationshipUpdate.class.getRecordComponents()) {
      assertThat(field.getAccessor().invoke(WITH_ALL)).as(field.getName()).isNotNull();
    }
    assertIsKept(WITH_ALL);
  }

  @Test
  void keepsUpdatesOfAnyHistory() {
    RandomHistories histories = new RandomHistories(16);

    Stream.generate(() -> histories.next(10, 30))
        .limit(50)
        .flatMap(List::stream)
        .forEach(PackedUpdateTest::assertIsKept);
  }

  @Test
  void tellsOtherContentsFromOtherSources() {
    byte[] packed = PackedUpdate.of(WITH_ALL);

    assertThat(
            PackedUpdate.haveSameContent(
                packed, PackedUpdate.of(WITH_ALL.republished(Instant.EPOCH, List.of()))))
        .isTrue();
    assertThat(
            PackedUpdate.haveSameContent(
                packed, PackedUpdate.of(WITH_ALL.toBuilder().edNote("other").build())))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "test:a, test:a",
    "test:a, test:b",
    "test:a, test:aa",
    "test:é, test:z",
    "test:\uffee, test:\ud83d\ude00"
  })
  void comparesUrisAsTheirTextsAreCompared(String one, String other) {
    assertThat(Integer.signum(PackedUpdate.compareUris(named(one), named(other))))
        .isEqualTo(Integer.signum(one.compareTo(other)));
    assertThat(Integer.signum(PackedUpdate.compareUris(named(other), named(one))))
        .isEqualTo(Integer.signum(other.compareTo(one)));
  }

  private static byte[] named(String uri) {
    return PackedUpdate.of(WITH_ALL.toBuilder().id(new UpdateId(uri, 1)).build());
  }

  private static void assertIsKept(RelationshipUpdate update) {
    byte[] packed = PackedUpdate.of(update);
    Instant created = update.versionCreated();

    assertThat(PackedUpdate.content(packed, created))
        .isEqualTo(update.republished(created, List.of()));
    assertThat(PackedUpdate.sources(packed)).isEqualTo(update.sources());
    assertThat(PackedUpdate.uri(packed)).isEqualTo(update.uri());
    assertThat(PackedUpdate.counted(packed, created, update.occurred(), 2, true))
        .isEqualTo(CountedUpdate.of(update, 2, true));
  }
}
