package dev.tidings.intake;

import dev.tidings.text.PlainText;
import dev.tidings.update.Doubt;
import dev.tidings.update.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Date, source, relation, target: ICEWS as data sets for link prediction give it. */
final class QuadLines implements LineReader {

  private static final int MOST_COLUMNS = 5;
  private static final Source ICEWS = new Source("ICEWS", null, null, List.of(Doubt.MACHINE_CODED));

  private final Actors actors;
  private final LongAdder ignored = new LongAdder();

  QuadLines(Actors actors) {
    this.actors = actors;
  }

  @Override
  public Outcome read(String text, Instant receivedAt) {
    Cells cells = new Cells(text, MOST_COLUMNS, receivedAt);
    ignored.add(cells.ignored());
    if (cells.count() != 4 && cells.count() != MOST_COLUMNS) {
      return Outcome.Refused.because(
          "",
          String.format(Locale.ROOT, "%d columns; expected 4 or 5, tab separated", cells.count()));
    }
    if (cells.at(0).equalsIgnoreCase("date") && cells.at(2).equalsIgnoreCase("relation")) {
      return Outcome.LeftOut.HEADER;
    }
    LocalDate day = cells.dashedDay(0, "date");
    Instant issued = cells.endOf(day, "date");
    Cameo.Code code = Cameo.byLabel(cells.at(2));
    if (code == null) {
      cells.problem(
          "relation",
          String.format(
              Locale.ROOT,
              "unknown text '%s'; expected an ICEWS event text, as in Make_a_visit",
              PlainText.clip(cells.at(2))));
    }
    if (day == null || issued == null || code == null) {
      return cells.refusal();
    }
    return new CodedEvent(
            day,
            issued,
            actors.of(cells.at(1), day),
            actors.of(cells.at(3), day),
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
}
