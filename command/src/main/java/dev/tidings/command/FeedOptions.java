package dev.tidings.command;

import dev.tidings.feed.server.FeedServer;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator of a feed decides. */
public final class FeedOptions {

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      converter = Converters.Url.class,
      description = "Under which readers reach the feed, for absolute links in Atom.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--allow-private-webhooks",
      description = "Webhooks may go to addresses that are not public: in tests and intranets.")
  private boolean privateWebhooks;

  public FeedServer.Settings settings() {
    return new FeedServer.Settings(publicUrl, privateWebhooks);
  }
}
