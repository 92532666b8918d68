package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.text.PlainText;
import dev.tidings.update.Doubt;
import dev.tidings.update.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GDELT event exports, as the codebooks of the GDELT Event Database number their columns: 1.0 has
 * 57, from April 2013 on 58 with the article's address; 2.0 has 61, with three more of geography.
 */
final class GdeltLines implements LineReader {

  private static final int MOST_COLUMNS = 61;

  private static final int EVENT_ID = 0;
  private static final int DAY = 1;
  private static final int ACTOR_1 = 5;
  private static final int ACTOR_2 = 15;
  private static final int IS_ROOT_EVENT = 25;
  private static final int EVENT_CODE = 26;
  private static final int NUM_SOURCES = 32;

  /** From an actor's code on. */
  private static final int COUNTRY = 2;

  private static final int KNOWN_GROUP = 3;
  private static final int TYPE_1 = 7;

  private final LongAdder ignored = new LongAdder();

  @Override
  public Outcome read(String text, Instant receivedAt) {
    Cells cells = new Cells(text, MOST_COLUMNS, receivedAt);
    ignored.add(cells.ignored());
    int columns = cells.count();
    if (columns != 57 && columns != 58 && columns != 61) {
      return Outcome.Refused.because(
          "",
          String.format(Locale.ROOT, "%d columns; expected 57, 58 or 61, tab separated", columns));
    }
    if (cells.at(EVENT_ID).equalsIgnoreCase("GLOBALEVENTID")) {
      return Outcome.LeftOut.HEADER;
    }
    int dateAdded = columns == 61 ? 59 : 56;
    LocalDate day = cells.digitsDay(DAY, "SQLDATE");
    Cameo.Code code = code(cells);
    Instant added = cells.instant(dateAdded, "DATEADDED");
    if (day == null || code == null || added == null) {
      return cells.refusal();
    }
    String article = columns == 57 ? "" : cells.text(dateAdded + 1);
    Supplier<Source> from = () -> Articles.source(article, doubts(cells));
    return new CodedEvent(day, added, side(cells, ACTOR_1), side(cells, ACTOR_2), code, from)
        .outcome();
  }

  @Override
  public long emptyCells() {
    return ignored.sum();
  }

  private static Cameo.@Nullable Code code(Cells cells) {
    Cameo.Code code = Cameo.byCode(cells.at(EVENT_CODE));
    if (code == null) {
      cells.problem(
          "EventCode",
          String.format(
              Locale.ROOT,
              "unknown code '%s'; expected one of CAMEO, as in 042",
              PlainText.clip(cells.at(EVENT_CODE))));
    }
    return code;
  }

  private static @Nullable Side side(Cells cells, int actor) {
    Party party =
        GdeltParties.of(cells.at(actor), cells.at(actor + COUNTRY), cells.at(actor + KNOWN_GROUP));
    return party == null ? null : GdeltSectors.side(party, types(cells, actor));
  }

  /** The types that the actor has, at most three. */
  private static List<String> types(Cells cells, int actor) {
    return Stream.of(TYPE_1, TYPE_1 + 1, TYPE_1 + 2)
        .map(type -> cells.at(actor + type))
        .filter(type -> !type.isEmpty())
        .toList();
  }

  private static List<Doubt> doubts(Cells cells) {
    List<Doubt> doubts = new ArrayList<>(List.of(Doubt.MACHINE_CODED));
    if (cells.at(IS_ROOT_EVENT).equals("0")) {
      doubts.add(Doubt.NOT_ROOT);
    }
    if (cells.at(NUM_SOURCES).equals("1")) {
      doubts.add(Doubt.SINGLE_SOURCE);
    }
    if (isUntyped(cells, ACTOR_1) || isUntyped(cells, ACTOR_2)) {
      doubts.add(Doubt.UNTYPED_ACTOR);
    }
    return doubts;
  }

  /** Of an actor with a group, as an organisation has one, that says what it is. */
  private static boolean isUntyped(Cells cells, int actor) {
    return cells.at(actor + KNOWN_GROUP).isEmpty() && types(cells, actor).isEmpty();
  }
}
