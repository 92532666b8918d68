package dev.tidings.feed.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader that keeps what it gets, and does not come back by itself. */
final class RecordingReader implements Connections.Owner {

  record Event(String type, long id, String data) {}

  private final String request;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile String head = "";
  private volatile long lastId = Long.MIN_VALUE;
  private volatile int comments;
  private volatile boolean ended;
  private volatile boolean cut;

  RecordingReader(String request) {
    this.request = request;
  }

  /** The answer's first line and headers. */
  String head() {
    return head;
  }

  /** All events, the hello first. */
  List<Event> events() {
    return events;
  }

  List<Event> events(String type) {
    return events.stream().filter(event -> event.type().equals(type)).toList();
  }

  /** The cursors of the notifications. */
  List<Long> seqs() {
    return events("message").stream().map(Event::id).toList();
  }

  /** With what it would come back. */
  long lastId() {
    return lastId;
  }

  int comments() {
    return comments;
  }

  /** Whether the answer came to its proper end. */
  boolean hasEnded() {
    return ended;
  }

  /** Whether there is no connection any more. */
  boolean isCut() {
    return cut;
  }

  @Override
  public String request() {
    return request;
  }

  @Override
  public int bytesBeforeCut() {
    return Integer.MAX_VALUE;
  }

  @Override
  public long nanosBeforeCut() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean comesBack() {
    cut = true;
    return false;
  }

  @Override
  public void head(String text) {
    head = text;
  }

  @Override
  public void event(String type, long id, String data) {
    events.add(new Event(type, id, data));
  }

  @Override
  public void lastId(long id) {
    lastId = id;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread counts.
  public void comment() {
    comments++;
  }

  @Override
  public void end() {
    ended = true;
  }
}
