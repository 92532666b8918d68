package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.text.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
  private static final int EVENT_CODE = 26;

  /** From an actor's code on. */
  private static final int COUNTRY = 2;

  private static final int KNOWN_GROUP = 3;
  private static final int TYPE_1 = 7;

  private final Clock clock;
  private long ignored;

  GdeltLines(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Outcome read(String text) {
    Cells cells = new Cells(text, MOST_COLUMNS, clock);
    ignored += cells.ignored();
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
    return new CodedEvent(
            day, added, side(cells, ACTOR_1), side(cells, ACTOR_2), code, Articles.source(article))
        .outcome();
  }

  @Override
  public long emptyCells() {
    return ignored;
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
    List<String> types =
        Stream.of(TYPE_1, TYPE_1 + 1, TYPE_1 + 2).map(type -> cells.at(actor + type)).toList();
    return party == null ? null : GdeltSectors.side(party, types);
  }
}
