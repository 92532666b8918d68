package dev.tidings.command;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.Change;
import dev.tidings.notification.Reason;
import dev.tidings.update.Standing;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** A notification on a terminal of 80 columns: what, when, and what it changed. */
final class NotificationScreen {

  private static final int WIDTH = 80;
  private static final int MARGIN = 16;

  private final Notification notification;
  private final boolean colour;

  NotificationScreen(Notification notification, boolean colour) {
    this.notification = notification;
    this.colour = colour;
  }

  @Override
  public String toString() {
    TextTable table =
        TextTable.forColumns(
            Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF),
            new Column(MARGIN, 0, Overflow.WRAP),
            new Column(WIDTH - MARGIN, 0, Overflow.WRAP));
    table.indentWrappedLines = 0;
    row(table, notification.relationship().key(), notification.headline());
    row(table, notification.reason().word(), circumstances());
    for (Change change : notification.changes()) {
      if (isTelling(change)) {
        row(table, "", change.path() + ": " + states(change));
      }
    }
    return emphasised(table.toString()) + "\n";
  }

  /** A row's values are data: picocli's own markup means nothing in them. */
  private static void row(TextTable table, String left, String right) {
    table.addRowValues(
        Help.Ansi.OFF.new Text(left, Help.defaultColorScheme(Ansi.OFF)),
        Help.Ansi.OFF.new Text(right, Help.defaultColorScheme(Ansi.OFF)));
  }

  private String circumstances() {
    Notification.About about = notification.update();
    String sides = about.sides().nameSectors() ? ", " + about.sides().inWords() : "";
    String standing = about.standing() == Standing.CONFIRMED ? "" : ", " + about.standing().word();
    String past =
        notification.wakesNobody() ? ", background" : ", urgency " + notification.urgency();
    return String.format(
        Locale.ROOT,
        "%s%s: %s%s%s",
        about.kind().word(),
        sides,
        notification.occurred().inWords(),
        standing,
        past);
  }

  private String emphasised(String text) {
    boolean loud =
        notification.reason() == Reason.KILL
            || notification.reason() == Reason.CORRECTION
            || notification.urgency() <= 2;
    return colour && loud ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /** Numbers move with every update; what holds, who claims and where it goes does not. */
  private static boolean isTelling(Change change) {
    return List.of("inForce/", "ended/", "claims/", "climate/trend").stream()
        .anyMatch(change.path()::startsWith);
  }

  private static String states(Change change) {
    String after = change.after();
    if (after == null) {
      return "no longer " + shown(change.before());
    }
    return change.before() == null ? after : shown(change.before()) + " → " + after;
  }

  private static String shown(@Nullable String state) {
    return state == null ? "" : state;
  }
}
