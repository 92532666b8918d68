package dev.tidings.feed.desk;

import dev.tidings.http.Refusal;
import dev.tidings.text.PlainText;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Scripts, styles and the chart library, all from our jars. They stand under a path that names
 * their contents, so that browsers keep them and never mix those of two versions.
 */
final class Assets {

  private static final String[] OURS = {
    "desk.css",
    "climate.js",
    "fragment.js",
    "find.js",
    "keys.js",
    "now.js",
    "outlook.js",
    "own.js",
    "party.js",
    "publish.js",
    "publisher.js",
    "relationship.js",
    "stream.js",
    "submission.js",
    "subscribe.js",
    "update.js",
    "icon.svg"
  };

  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
  private static final Map<String, String> UPLOTS =
      Map.of("uplot.js", "uPlot.esm.js", "uplot.css", "uPlot.min.css");

  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String version;

  Assets() {
    for (String name : OURS) {
      files.put(name, read("assets/" + name));
    }
    UPLOTS.forEach((name, file) -> files.put(name, read(UPLOT + file)));
    version = hash();
  }

  /** Where they stand: {@code /assets/HASH/}. */
  String path() {
    return "/assets/" + version + "/";
  }

  void one(Context request) {
    String name = request.pathParam("name");
    byte[] file = files.get(name);
    if (file == null || !request.pathParam("version").equals(version)) {
      throw Refusal.notFound(
          String.format(Locale.ROOT, "no file '%s' of this version", PlainText.clip(name)));
    }
    request
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("Vary", "Accept-Encoding")
        .contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)) + ";charset=utf-8")
        .result(file);
  }

  private static byte[] read(String name) {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream(name), name + " is missing")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
