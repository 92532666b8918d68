package dev.tidings.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the lines of a CSV record whose quoted cells have line ends in them.
 *
 * <p>A quote that is never closed costs its own line and no other: what was read in search of its
 * end is then taken again, line by line.
 */
final class CsvRecords implements RawSource {

  private final RawSource lines;
  private final Deque<RawLine> again = new ArrayDeque<>();

  CsvRecords(RawSource lines) {
    this.lines = lines;
  }

  @Override
  public @Nullable RawLine next() throws IOException {
    RawLine first = take();
    if (first == null || first.isOverlong()) {
      return first;
    }
    Quotes quotes = new Quotes();
    RawLine record = first;
    List<RawLine> more = new ArrayList<>();
    while (quotes.openAfter(more.isEmpty() ? first : more.get(more.size() - 1))) {
      RawLine next = take();
      if (next != null) {
        more.add(next);
      }
      if (next == null
          || next.isOverlong()
          || record.bytes().length + next.bytes().length > RawLine.MOST_BYTES) {
        takeAgain(more);
        return new RawLine(first.number(), first.bytes(), RawLine.Fault.OPEN_QUOTE);
      }
      record = record.and(next);
    }
    return record;
  }

  @Override
  public void copyRest(OutputStream out) throws IOException {
    lines.copyRest(out);
  }

  @Override
  public boolean isLineEnd(int last) {
    return lines.isLineEnd(last);
  }

  private void takeAgain(List<RawLine> more) {
    for (int i = more.size() - 1; i >= 0; i--) {
      again.addFirst(more.get(i));
    }
  }

  private @Nullable RawLine take() throws IOException {
    RawLine held = again.pollFirst();
    return held == null ? lines.next() : held;
  }

  /** Whether a quoted cell is open: a quote opens one only where a cell begins. */
  private static final class Quotes {
    private boolean open;
    private boolean cellBegins = true;
    private boolean justClosed;

    boolean openAfter(RawLine line) {
      for (int i = line.start(); i < line.bytes().length; i++) {
        byte b = line.bytes()[i];
        if (b == '"' && open) {
          open = false;
          justClosed = true;
        } else {
          open = open || (b == '"' && (cellBegins || justClosed));
          justClosed = false;
        }
        cellBegins = b == ',' && !open;
      }
      return open;
    }
  }
}
