package dev.tidings.update;

import dev.tidings.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * One edition of an update.
 *
 * @param uri the update's identity over all its versions: an absolute URI of at most 255 characters
 * @param version 1 … 1,000,000
 */
public record UpdateId(String uri, int version) {

  public UpdateId {
    checkUri(uri);
    checkVersion(version);
  }

  static void checkUri(String uri) {
    int length = uri.codePointCount(0, uri.length());
    if (length > 255) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d characters; expected a URI of at most 255", length));
    }
    try {
      if (!new URI(uri).isAbsolute()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "'%s' has no scheme; expected a URI, as in https://desk.example/2024/17",
                PlainText.clip(uri)));
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "'%s' is no URI (%s)", PlainText.clip(uri), e.getReason()), e);
    }
    // The JDK's URI lets unpaired surrogates and direction overrides pass.
    PlainText.line("it", uri, 255);
  }

  static void checkVersion(int version) {
    if (version < 1 || version > 1_000_000) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d; expected 1 … 1000000", version));
    }
  }

  /** {@code <uri>#<version>}, the CloudEvents id. */
  @Override
  public String toString() {
    return uri + "#" + version;
  }
}
