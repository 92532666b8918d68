package dev.tidings.feed.server;

import dev.tidings.http.ServerUrl;
import java.net.URI;

/** Where one publishes who is at a feed. */
public sealed interface Publishing {

  /** Whether one may publish at the feed's own address. */
  boolean isPossible();

  /** Somewhere else: this feed knows of no gateway. */
  record Nowhere() implements Publishing {
    @Override
    public boolean isPossible() {
      return false;
    }
  }

  /** In this process: the same server has a gateway's routes. */
  record Here() implements Publishing {
    @Override
    public boolean isPossible() {
      return true;
    }
  }

  /**
   * At a gateway, to which this feed passes on what is for it.
   *
   * @param gateway where it answers: scheme, host and port, and nothing else
   */
  record At(URI gateway) implements Publishing {

    public At {
      String path = gateway.getRawPath();
      if (!ServerUrl.isOne(gateway) || (path != null && !path.isEmpty() && !path.equals("/"))) {
        throw new IllegalArgumentException(
            "no address of a gateway; expected scheme, host and port, as in http://127.0.0.1:8081");
      }
    }

    @Override
    public boolean isPossible() {
      return true;
    }
  }
}
