package dev.tidings.update;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidings.party.Party;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateAtItsLimitsTest {

  private static final Party IRAN = new Party("IRN");

  /** Field, limit, and how a field of a given size is set. */
  static Stream<Arguments> fieldsOfAnUpdate() {
    return Stream.of(
        field("headline", 300, (update, size) -> update.headline("h".repeat(size))),
        field("headline", 300, (update, size) -> update.headline("🚀".repeat(size))),
        field("place", 200, (update, size) -> update.place("p".repeat(size))),
        field("edNote", 1_000, (update, size) -> update.edNote("n".repeat(size))),
        field("body", 16 * 1_024, (update, size) -> update.body("b".repeat(size))),
        field("body", 16 * 1_024, (update, size) -> update.body("ب" + "b".repeat(size - 2))),
        field("body", 16 * 1_024, (update, size) -> update.body("🚀" + "b".repeat(size - 4))),
        field("urgency", 9, RelationshipUpdateBuilder::urgency),
        field(
            "concerning",
            10,
            (update, size) -> update.concerning(Collections.nCopies(size, new Party("ISR")))),
        field(
            "people",
            50,
            (update, size) ->
                update.people(Collections.nCopies(size, new Person("name", null, null)))),
        field(
            "sources",
            100,
            (update, size) ->
                update.sources(
                    IntStream.range(0, size)
                        .mapToObj(i -> new Source("s" + i, null, null))
                        .toList())));
  }

  @ParameterizedTest
  @MethodSource("fieldsOfAnUpdate")
  void isAcceptedExactlyThere(
      String field, int limit, BiConsumer<RelationshipUpdateBuilder, Integer> set) {
    RelationshipUpdateBuilder update = update("a").get().toBuilder();
    set.accept(update, limit);

    assertThatCode(update::build).as(field).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("fieldsOfAnUpdate")
  void isRefusedOneBeyond(
      String field, int limit, BiConsumer<RelationshipUpdateBuilder, Integer> set) {
    RelationshipUpdateBuilder update = update("a").get().toBuilder();
    set.accept(update, limit + 1);

    assertThat(update.problems()).extracting(Problem::field).containsExactly(field);
    assertThat(update.problems().get(0).message())
        .contains(Integer.toString(limit + 1))
        .contains("expected", Integer.toString(limit));
    assertThatIllegalArgumentException().isThrownBy(update::build).withMessageStartingWith(field);
  }

  /** A value of a given size. */
  static Stream<Arguments> values() {
    return Stream.of(
        value("uri", 255, size -> new UpdateId("urn:" + "x".repeat(size - 4), 1)),
        value("uri", 255, size -> new UpdateId("urn:" + "🚀".repeat(size - 4), 1)),
        value("version", 1_000_000, size -> new UpdateId("urn:x", size)),
        value(
            "response", 255, size -> new Response("urn:" + "x".repeat(size - 4), Position.DENIES)),
        value(
            "terms",
            300,
            size -> new Contribution(new ThreadId("ties"), Effect.BEGINS, "t".repeat(size), null)),
        value("thread", 100, size -> new ThreadId("t".repeat(size))),
        value("thread parts", 4, size -> new ThreadId("t" + "/t".repeat(size - 1))),
        value("person's name", 200, size -> new Person("n".repeat(size), null, null)),
        value("person's role", 200, size -> new Person("name", "r".repeat(size), null)),
        value("claimant's name", 200, size -> new Attribution(null, "n".repeat(size), null)),
        value("claimant's role", 200, size -> new Attribution(IRAN, null, "r".repeat(size))),
        value("source's name", 200, size -> new Source("n".repeat(size), null, null)),
        value("source's uri", 2_000, size -> new Source("name", "u".repeat(size), null)),
        value("source's family", 200, size -> new Source("name", null, "f".repeat(size))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsAcceptedExactlyThere(String what, int limit, IntFunction<Object> of) {
    assertThatCode(() -> of.apply(limit)).as(what).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsRefusedOneBeyond(String what, int limit, IntFunction<Object> of) {
    assertThatIllegalArgumentException()
        .as(what)
        .isThrownBy(() -> of.apply(limit + 1))
        .withMessageContaining("expected");
  }

  static Stream<ThrowingCallable> emptyValues() {
    return Stream.of(
        () -> update("a").headline("").get(),
        () -> update("a").edNote(" ").get(),
        () -> update("a").get().toBuilder().place("").build(),
        () -> update("a").get().toBuilder().urgency(0).build(),
        () -> update("a").get().toBuilder().language("").build(),
        () -> new UpdateId("urn:x", 0),
        () -> new UpdateId("", 1),
        () -> new ThreadId(""),
        () -> new Person("", null, null),
        () -> new Person("name", "", null),
        () -> new Attribution(null, null, null),
        () -> new Attribution(null, "", null),
        () -> new Source(" ", null, null),
        () -> new Source("name", "", null),
        () -> new Contribution(new ThreadId("ties"), Effect.ENDS, "", null));
  }

  @ParameterizedTest
  @MethodSource("emptyValues")
  void isRefusedWithNothingInIt(ThrowingCallable value) {
    assertThatIllegalArgumentException().isThrownBy(value).withMessageContaining("expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-scheme",
        "//host/path",
        "desk example",
        "http://",
        "urn:",
        "urn:a b",
        "urn:%zz",
        "urn:a\nb",
        "urn:\u202Ea",
        "urn:\uD800",
        "1a:b"
      })
  void aUriIsAbsoluteAndPlain(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UpdateId(uri, 1))
        .withMessageMatching("[^\\p{Cc}\\u202E\\uD800]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:a",
        "https://desk.example/2024/17?a=b",
        "tag:desk.example,2024:17",
        "urn:سفر"
      })
  void aUriOfAnySchemeIdentifies(String uri) {
    assertThat(new UpdateId(uri, 2)).hasToString(uri + "#2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ties", "border pilgrims", "border/", "/border", "a--b", "-a", "a//b", "مرز"})
  void aThreadIdIsLowerCaseWordsWithDashesAndSlashes(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThreadId(id))
        .withMessageContaining("as in border/pilgrims");
  }

  @Test
  void aThreadIdHasAFamily() {
    assertThat(new ThreadId("border/pilgrims").family()).isEqualTo("border");
    assertThat(new ThreadId("ties").family()).isEqualTo("ties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa-IR", "ur-Arab-PK", "zh-Hant-TW", "de-CH-1996"})
  void aLanguageIsATag(String language) {
    assertThat(update("a").get().toBuilder().language(language).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "English language", "en_GB", "en-", "فارسی", "toolonglanguage"})
  void aLanguageIsNothingElse(String language) {
    assertThat(update("a").get().toBuilder().language(language).problems())
        .extracting(Problem::field)
        .containsExactly("language");
  }

  @Test
  void bothSidesAreDifferent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> update("a").visit("IRN", "IRN").get())
        .withMessage("counterpart: 'IRN' is the actor too; expected another party");
  }

  @Test
  void aClaimHasAClaimant() {
    RelationshipUpdateBuilder claim = update("a").get().toBuilder().standing(Standing.CLAIMED);

    assertThat(claim.problems()).extracting(Problem::field).containsExactly("attributedTo");
    assertThat(claim.attributedTo(new Attribution(IRAN, null, null)).problems()).isEmpty();
  }

  @Test
  void allProblemsAreNamed() {
    RelationshipUpdateBuilder update =
        update("a").get().toBuilder()
            .counterpart(IRAN)
            .headline("")
            .urgency(10)
            .language("?")
            .body("\u0007")
            .standing(Standing.CLAIMED);

    List<Problem> problems = update.problems();

    assertThat(problems)
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "counterpart", "headline", "urgency", "language", "body", "attributedTo");
  }

  @Test
  void whatIsMissingIsNoProblemOfWhatIsThere() {
    assertThat(new RelationshipUpdateBuilder().problems()).isEmpty();
    assertThat(new RelationshipUpdateBuilder().actor(IRAN).urgency(0).problems())
        .extracting(Problem::field)
        .containsExactly("urgency");
  }

  private static Arguments field(
      String name, int limit, BiConsumer<RelationshipUpdateBuilder, Integer> set) {
    return Arguments.of(name, limit, set);
  }

  private static Arguments value(String what, int limit, IntFunction<Object> of) {
    return Arguments.of(what, limit, of);
  }
}
