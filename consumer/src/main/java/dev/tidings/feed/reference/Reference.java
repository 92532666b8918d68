package dev.tidings.feed.reference;

import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.http.Routes;
import dev.tidings.text.PlainText;
import dev.tidings.wire.Topic;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /openapi.json}, {@code /asyncapi.json} and {@code /schemas/NAME.json}: the interface
 * as programs read it, always that of the version that runs.
 *
 * <p>The schemas stand at the paths of their {@code $id}s, byte for byte as they are in the jar;
 * the two documents refer to them by these paths.
 */
public final class Reference implements Routes {

  private static final String JSON = "application/json";
  private static final String SCHEMA = "application/schema+json";

  private final byte[] openApi = read(Reference.class, "openapi.json");
  private final byte[] asyncApi = read(Reference.class, "asyncapi.json");
  private final Map<String, byte[]> schemas =
      Stream.of("update", "submission", "summary", "notification")
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name + ".json", name -> read(Topic.class, name + ".schema.json")));

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/openapi.json", request -> answer(request, JSON, openApi));
    routes.get("/asyncapi.json", request -> answer(request, JSON, asyncApi));
    routes.get("/schemas/{name}", request -> answer(request, SCHEMA, schema(request)));
  }

  private static void answer(Context request, String contentType, byte[] document) {
    Parameters.of(request).check();
    Answer.cacheable(request, contentType, document, Map.of());
  }

  private byte[] schema(Context request) {
    String name = request.pathParam("name");
    byte[] schema = schemas.get(name);
    if (schema == null) {
      throw Refusal.notFound(
          String.format(
              Locale.ROOT,
              "no schema '%s'; expected one of %s",
              PlainText.clip(name),
              schemas.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }
    return schema;
  }

  private static byte[] read(Class<?> beside, String name) {
    try (InputStream in =
        Objects.requireNonNull(beside.getResourceAsStream(name), name + " is missing")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
