package dev.tidings.command;

import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator of a feed decides. */
public final class FeedOptions {

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      converter = Converters.Url.class,
      description = "Under which readers reach the feed, for links in Atom and JSON Feed.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--allow-private-webhooks",
      description = "Webhooks may go to addresses that are not public: in tests and intranets.")
  private boolean privateWebhooks;

  @Option(
      names = "--public-kafka",
      paramLabel = "HOST:PORT",
      converter = Converters.Brokers.class,
      description =
          "Where readers reach Kafka, several by commas, as the page tells them. Default: where"
              + " the feed does.")
  private @Nullable String publicKafka;

  @Option(
      names = "--streams",
      paramLabel = "NUMBER",
      converter = Converters.Streams.class,
      defaultValue = "" + FeedServer.Settings.USUAL_STREAMS,
      description =
          "How many readers the stream has at one time, of 10000; who comes later is asked to come"
              + " back. Default: ${DEFAULT-VALUE}")
  private int streams;

  /**
   * The settings of a feed.
   *
   * @param publishing where one publishes who is at the feed
   * @param kafka where the feed reaches Kafka
   */
  public FeedServer.Settings settings(Publishing publishing, String kafka) {
    return new FeedServer.Settings(
        publicUrl, privateWebhooks, publishing, publicKafka == null ? kafka : publicKafka, streams);
  }
}
