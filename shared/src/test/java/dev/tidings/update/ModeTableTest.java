package dev.tidings.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModeTableTest {

  @Test
  void hasTheKindsAndModesOfTheContractAndNoOther() {
    Map<Kind, List<String>> contract = new EnumMap<>(Kind.class);
    contract.put(
        Kind.VISIT,
        List.of("state-visit", "visit", "meeting", "multilateral", "call", "mediation"));
    contract.put(Kind.BORDER, List.of("agreement", "talks", "opens", "restricts", "closes"));
    contract.put(
        Kind.AGREEMENT, List.of("signed", "in-force", "pact", "suspended", "ended", "talks"));
    contract.put(
        Kind.DIPLOMACY,
        List.of(
            "recognition",
            "embassy-opened",
            "embassy-closed",
            "recalled",
            "returned",
            "severed",
            "restored",
            "expelled"));
    contract.put(
        Kind.COOPERATION,
        List.of("support", "economic", "military", "aid", "judicial", "concession"));
    contract.put(
        Kind.STATEMENT,
        List.of(
            "solidarity",
            "praise",
            "comment",
            "request",
            "criticism",
            "accusation",
            "denial",
            "rejection",
            "threat",
            "protest"));
    contract.put(Kind.SANCTION, List.of("imposed", "widened", "eased", "lifted"));
    contract.put(
        Kind.INCIDENT,
        List.of(
            "strike",
            "clash",
            "seizure",
            "arrest",
            "deportation",
            "attack",
            "abduction",
            "cyber",
            "mobilisation",
            "blockade",
            "ceasefire",
            "withdrawal",
            "release",
            "deescalation"));

    Map<Kind, List<String>> table = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      table.put(
          kind,
          Arrays.stream(Mode.values())
              .filter(mode -> mode.kind() == kind)
              .map(Mode::word)
              .toList());
    }

    assertThat(table).isEqualTo(contract);
  }

  @Test
  void writesKindsAsTheContractDoes() {
    assertThat(Kind.values())
        .extracting(Kind::word)
        .containsExactly(
            "visit",
            "border",
            "agreement",
            "diplomacy",
            "cooperation",
            "statement",
            "sanction",
            "incident");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void hasEachWordOnceInItsKind(Kind kind) {
    assertThat(Arrays.stream(Mode.values()).filter(mode -> mode.kind() == kind).map(Mode::word))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void hasSaneRows(Mode mode) {
    assertThat(mode.word()).matches("[a-z]+(-[a-z]+)*");
    assertThat(mode.weightTenths()).isBetween(-100, 100);
    assertThat(mode.urgency()).isBetween(1, 9);
    assertThat(mode.plover()).matches("-|[A-Z]+(/[a-z]+)?");
    assertThat(Mode.of(mode.kind(), mode.word())).isEqualTo(mode);
    if (mode.plover().equals("-")) {
      assertThat(mode.weightTenths()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACCUSE, -50, -10",
    "ASSAULT, -100, -80",
    "AGREE, 20, 30",
    "COOPERATE, 90, 100",
    "COERCE, -80, -60",
    "SANCTION, -70, -50",
    "AID, 90, 100",
    "RETREAT, 60, 80",
  })
  void weighsAsPloverDoes(String type, int least, int most) {
    assertThat(Mode.values())
        .filteredOn(mode -> mode.plover().split("/", 2)[0].equals(type))
        .isNotEmpty()
        .allSatisfy(mode -> assertThat(mode.weightTenths()).isBetween(least, most));
  }

  @ParameterizedTest
  @CsvSource({
    "BORDER,    opens,          border,      BEGINS",
    "BORDER,    restricts,      border,      CHANGES",
    "BORDER,    closes,         border,      SUSPENDS",
    "DIPLOMACY, recognition,    ties,        BEGINS",
    "DIPLOMACY, severed,        ties,        ENDS",
    "DIPLOMACY, restored,       ties,        RESUMES",
    "DIPLOMACY, embassy-opened, embassies,   BEGINS",
    "DIPLOMACY, embassy-closed, embassies,   ENDS",
    "DIPLOMACY, recalled,       ambassadors, SUSPENDS",
    "DIPLOMACY, returned,       ambassadors, RESUMES",
    "SANCTION,  imposed,        sanctions,   BEGINS",
    "SANCTION,  widened,        sanctions,   CHANGES",
    "SANCTION,  eased,          sanctions,   CHANGES",
    "SANCTION,  lifted,         sanctions,   ENDS",
    "INCIDENT,  blockade,       blockade,    BEGINS",
  })
  void movesAThreadByDefaultWhereTheModeAloneSaysWhatHolds(
      Kind kind, String word, String thread, Effect effect) {
    assertThat(Mode.of(kind, word).thread())
        .contains(new Contribution(new ThreadId(thread), effect, null, null));
  }

  @Test
  void movesNoOtherThread() {
    assertThat(Mode.values()).filteredOn(mode -> mode.thread().isPresent()).hasSize(15);
  }

  @Test
  void namesTheModesThatThereAreToWhoeverMisses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mode.of(Kind.SANCTION, "strike\u001B"))
        .withMessage(
            "'strike[U+001B]' is no mode of sanction; expected one of imposed, widened, eased, lifted");
  }

  @Test
  void namesTheKindsThatThereAreToWhoeverMisses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WireWord.parse(Kind.class, "Visit\n".repeat(99)))
        .withMessageStartingWith("'Visit[U+000A]Visit[U+000A]")
        .withMessageEndingWith(
            "'; expected one of visit, border, agreement, diplomacy, cooperation, statement,"
                + " sanction, incident");
  }
}
