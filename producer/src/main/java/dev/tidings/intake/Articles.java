package dev.tidings.intake;

import dev.tidings.text.PlainText;
import dev.tidings.update.Doubt;
import dev.tidings.update.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GDELT's SOURCEURL becomes a source: the article's domain. */
final class Articles {

  private static final int MOST_URI = 2_000;

  /** Also of an address that {@link URI} refuses, for they are many. */
  private static final Pattern HOST =
      Pattern.compile(
          "https?://(?:[^/?#@]*@)?(?:www\\.)?([a-z0-9](?:[a-z0-9.-]{0,198}[a-z0-9])?)(?=[:/?#]|$).*",
          Pattern.CASE_INSENSITIVE);

  private Articles() {}

  /** The domain without {@code www.}; GDELT itself where the cell holds no web address. */
  static Source source(String article, List<Doubt> doubts) {
    Matcher matcher = HOST.matcher(article);
    return matcher.matches()
        ? new Source(matcher.group(1).toLowerCase(Locale.ROOT), uri(article), null, doubts)
        : new Source("GDELT", null, null, doubts);
  }

  private static @Nullable String uri(String article) {
    if (article.length() > MOST_URI) {
      return null;
    }
    try {
      URI uri = new URI(article);
      // The JDK's URI lets direction overrides pass.
      PlainText.line("it", article, MOST_URI);
      return uri.getHost() == null || uri.getUserInfo() != null ? null : uri.toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
