package dev.tidings.intake;

import dev.tidings.text.PlainText;
import dev.tidings.update.Doubt;
import dev.tidings.update.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Raw ICEWS: 20 columns with a header, as its yearly files on Dataverse have them. */
final class IcewsLines implements LineReader {

  private static final Source ICEWS = new Source("ICEWS", null, null, List.of(Doubt.MACHINE_CODED));
  private static final int COLUMNS = 20;

  private static final int EVENT_ID = 0;
  private static final int EVENT_DATE = 1;
  private static final int SOURCE_NAME = 2;
  private static final int EVENT_TEXT = 5;
  private static final int CAMEO_CODE = 6;
  private static final int TARGET_NAME = 8;

  /** From an actor's name on. */
  private static final int SECTORS = 1;

  private static final int COUNTRY = 2;

  private final Actors actors;
  private final LongAdder ignored = new LongAdder();

  IcewsLines(Actors actors) {
    this.actors = actors;
  }

  @Override
  public Outcome read(String text, Instant receivedAt) {
    Cells cells = new Cells(text, COLUMNS, receivedAt);
    ignored.add(cells.ignored());
    if (cells.count() != COLUMNS) {
      return Outcome.Refused.because(
          "",
          String.format(
              Locale.ROOT, "%d columns; expected %d, tab separated", cells.count(), COLUMNS));
    }
    if (cells.at(EVENT_ID).equalsIgnoreCase("Event ID")) {
      return Outcome.LeftOut.HEADER;
    }
    LocalDate day = cells.dashedDay(EVENT_DATE, "Event Date");
    Instant issued = cells.endOf(day, "Event Date");
    Cameo.Code code = code(cells);
    if (day == null || issued == null || code == null) {
      return cells.refusal();
    }
    return new CodedEvent(
            day,
            issued,
            side(cells, SOURCE_NAME, day),
            side(cells, TARGET_NAME, day),
            code,
            () -> ICEWS)
        .outcome();
  }

  @Override
  public UnknownNames unknownNames() {
    return actors.unknown();
  }

  @Override
  public long emptyCells() {
    return ignored.sum();
  }

  /** By its number; by its text where a spreadsheet took the leading zero off the number. */
  private static Cameo.@Nullable Code code(Cells cells) {
    Cameo.Code byNumber = Cameo.byCode(cells.at(CAMEO_CODE));
    Cameo.Code code = byNumber == null ? Cameo.byLabel(cells.at(EVENT_TEXT)) : byNumber;
    if (code == null) {
      cells.problem(
          "CAMEO Code",
          String.format(
              Locale.ROOT,
              "unknown code '%s', '%s'; expected one of CAMEO, as in 042, 'Make a visit'",
              PlainText.clip(cells.at(CAMEO_CODE)),
              PlainText.clip(cells.at(EVENT_TEXT))));
    }
    return code;
  }

  private @Nullable Side side(Cells cells, int name, LocalDate day) {
    return actors.of(cells.at(name), cells.at(name + SECTORS), cells.at(name + COUNTRY), day);
  }
}
