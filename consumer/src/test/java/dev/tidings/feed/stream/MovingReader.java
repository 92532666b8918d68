package dev.tidings.feed.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reader that goes on at another replica, behind its last id, when its own is gone. */
final class MovingReader implements Connections.Owner {

  private final String query;
  private final Connections elsewhere;
  private final List<Long> seqs = new CopyOnWriteArrayList<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private volatile boolean moved;
  private volatile long lastId = -1;

  /**
   * A reader of everything.
   *
   * @param query names the log whose cursors it has
   * @param elsewhere connects to the replica that it goes to
   */
  MovingReader(String query, Connections elsewhere) {
    this.query = query;
    this.elsewhere = elsewhere;
  }

  /** The cursors of the notifications that it got, at the one replica and at the other. */
  List<Long> seqs() {
    return seqs;
  }

  /** What is neither a greeting nor a notification. */
  List<String> wrong() {
    return wrong;
  }

  boolean hasMoved() {
    return moved;
  }

  @Override
  public String request() {
    return Streams.PATH + "?" + query + "\nLast-Event-ID: " + lastId;
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
    moved = true;
    elsewhere.open(this);
    return false;
  }

  @Override
  public void head(String head) {
    if (!head.startsWith("HTTP/1.1 200")) {
      wrong.add(head);
    }
  }

  @Override
  public void lastId(long id) {
    lastId = id;
  }

  @Override
  public void event(String type, long id, String data) {
    if (type.equals("message")) {
      seqs.add(id);
    } else if (!type.equals("hello")) {
      wrong.add(type + " " + data);
    }
  }
}
