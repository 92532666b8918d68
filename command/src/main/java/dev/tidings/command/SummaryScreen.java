package dev.tidings.command;

import dev.tidings.party.Party;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.ThreadState;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Attribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Sides;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** A summary on a terminal of 80 columns. */
public final class SummaryScreen {

  private static final int WIDTH = 80;
  private static final int MOST_LATEST = 6;

  private final Summary summary;
  private final StringBuilder screen = new StringBuilder();

  public SummaryScreen(Summary summary) {
    this.summary = summary;
  }

  @Override
  public String toString() {
    screen.setLength(0);
    paragraph(summary.headline());
    line("as of %s, as known at %s", day(), summary.knownAt().truncatedTo(ChronoUnit.SECONDS));
    text();
    threads("In force", ThreadState.IN_FORCE, summary.inForce());
    threads("Suspended", ThreadState.SUSPENDED, summary.inForce());
    threads("Over", null, summary.ended());
    claims();
    latest();
    withdrawn();
    climate();
    return screen.toString();
  }

  private void text() {
    if (!summary.text().isEmpty()) {
      line("");
      paragraph(summary.text().stream().map(s -> s.sentence()).collect(Collectors.joining(" ")));
    }
  }

  /** Nothing where no act between the two states is known. */
  private void climate() {
    Climate climate = summary.climate();
    int updates = climate.updates();
    String over =
        String.format(
            Locale.ROOT, "%d update%s of the last two years", updates, updates == 1 ? "" : "s");
    if (climate.score() != null && climate.temperature() != null) {
      line("");
      line(
          "Climate %+.2f, %s%s, over %s.",
          climate.score(), climate.temperature().word(), trend(climate), over);
    } else if (climate.quietSince() != null) {
      line("");
      line(
          updates == 0
              ? "No climate: nothing of the last two years is known."
              : "No climate: "
                  + over
                  + (updates == 1 ? " counts as " : " count as ")
                  + climate.evidence()
                  + " reports;\nmore than 3 are needed.");
    }
  }

  private static String trend(Climate climate) {
    return climate.trend() == null || climate.change() == null
        ? ""
        : String.format(Locale.ROOT, " and %s (%+.2f)", climate.trend().word(), climate.change());
  }

  private void threads(String title, @Nullable ThreadState state, List<StandingThread> threads) {
    List<StandingThread> shown =
        threads.stream().filter(t -> state == null || t.state() == state).toList();
    if (!shown.isEmpty()) {
      title(title);
      table(shown.stream().map(SummaryScreen::row).toList());
    }
  }

  private static String[] row(StandingThread thread) {
    String when =
        switch (thread.state()) {
          case IN_FORCE -> "since " + thread.since().inWords();
          case SUSPENDED -> "since " + thread.changed().inWords();
          case ENDED -> "ended " + thread.changed().inWords();
          case LAPSED -> "lapsed " + thread.changed().inWords();
        };
    return new String[] {
      thread.thread().id(), when, Objects.requireNonNullElse(thread.terms(), "")
    };
  }

  private void claims() {
    if (!summary.claims().isEmpty()) {
      title("Claims");
      table(summary.claims().stream().map(SummaryScreen::row).toList());
    }
  }

  private static String[] row(Claim claim) {
    return new String[] {
      claim.status().word(),
      "by " + claimant(claim.attributedTo()) + sectors(claim.sides()),
      claim.headline()
    };
  }

  private static String claimant(@Nullable Attribution by) {
    if (by == null) {
      return "somebody";
    }
    Party party = by.party();
    return Stream.of(by.name() == null ? by.role() : by.name(), party == null ? null : party.name())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private void latest() {
    List<CountedUpdate> shown = summary.recent().stream().limit(MOST_LATEST).toList();
    if (!shown.isEmpty()) {
      title("Latest");
      table(
          shown.stream()
              .map(
                  u ->
                      new String[] {
                        u.kind().word(),
                        u.occurred().inWords() + standing(u) + sectors(u.sides()),
                        u.headline()
                      })
              .toList());
    }
  }

  private static String standing(CountedUpdate update) {
    return switch (update.standing()) {
      case CONFIRMED -> "";
      case REPORTED -> ", reported";
      case CLAIMED -> ", claimed";
    };
  }

  private static String sectors(Sides sides) {
    return sides.nameSectors() ? "; " + sides.inWords() : "";
  }

  private void withdrawn() {
    if (!summary.withdrawn().isEmpty()) {
      title("Withdrawn");
      for (Withdrawal withdrawal : summary.withdrawn()) {
        String note = withdrawal.edNote() == null ? "" : ": " + withdrawal.edNote();
        paragraph("  " + withdrawal.uri() + note);
      }
    }
  }

  private String day() {
    return EdtfDate.of(summary.asOf()).inWords();
  }

  private void title(String title) {
    line("");
    line("%s", title);
  }

  private void line(String format, Object... values) {
    screen.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void paragraph(String text) {
    columns(List.<String[]>of(new String[] {text}), new Column(WIDTH, 0, Overflow.WRAP));
  }

  private void table(List<String[]> rows) {
    columns(
        rows,
        new Column(18, 2, Overflow.WRAP),
        new Column(26, 1, Overflow.WRAP),
        new Column(WIDTH - 18 - 26, 1, Overflow.WRAP));
  }

  private void columns(List<String[]> rows, Column... columns) {
    rows.forEach(row -> screen.append(cells(row, columns).stripTrailing()).append('\n'));
  }

  /** Cells side by side: addRowValues begins one below the last line of the one before it. */
  private static String cells(String[] row, Column... columns) {
    ColorScheme plain = Help.defaultColorScheme(Ansi.OFF);
    TextTable table = TextTable.forColumns(plain, columns);
    table.indentWrappedLines = 0;
    table.addEmptyRow();
    for (int column = 0; column < row.length; column++) {
      table.putValue(0, column, Ansi.OFF.new Text(row[column], plain));
    }
    return table.toString();
  }
}
