package dev.tidings.feed.stream;

/** Asks for everything and never reads a byte. */
final class StalledReader implements Connections.Owner {

  @Override
  public String request() {
    return Streams.PATH + "?after=-1";
  }

  @Override
  public int bytesBeforeCut() {
    return 0;
  }

  @Override
  public long nanosBeforeCut() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean comesBack() {
    return false;
  }

  @Override
  public void event(String type, long id, String data) {}

  @Override
  public void lastId(long id) {}
}
