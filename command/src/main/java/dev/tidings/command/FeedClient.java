package dev.tidings.command;

import dev.tidings.http.ServerUrl;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Asks a running feed, as any other client would. */
final class FeedClient {

  @Option(
      names = "--feed",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      converter = Converters.Url.class,
      description = "Where the feed answers. Default: ${DEFAULT-VALUE}")
  private URI feed;

  /** Made for the first request: making it takes longer than all options of all commands. */
  private @Nullable HttpClient http;

  /** A feed that does not answer, or does not answer this: one line for a person. */
  static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    private Unanswered(String message, boolean forGood) {
      super(message);
      this.forGood = forGood;
    }

    /** Whether asking again makes no sense. */
    boolean isForGood() {
      return forGood;
    }
  }

  /** The body of an answer; parameters without values are left out. */
  byte[] get(String path, Map<String, List<String>> parameters)
      throws Unanswered, InterruptedException {
    try (InputStream body =
        open(path, parameters, Map.of("Accept", "application/json"), Duration.ofSeconds(30))) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw silent();
    }
  }

  /** The body of an answer that does not end. */
  InputStream stream(String path, Map<String, List<String>> parameters, Map<String, String> headers)
      throws Unanswered, InterruptedException {
    return open(path, parameters, headers, Duration.ofDays(365));
  }

  private InputStream open(
      String path,
      Map<String, List<String>> parameters,
      Map<String, String> headers,
      Duration timeout)
      throws Unanswered, InterruptedException {
    try {
      URI address = ServerUrl.callable(ServerUrl.at(feed, path + query(parameters)));
      HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(timeout);
      headers.forEach(request::header);
      HttpResponse<InputStream> answer = http().send(request.build(), BodyHandlers.ofInputStream());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      try (InputStream body = answer.body()) {
        throw refused(answer.statusCode(), body.readNBytes(64 * 1024));
      }
    } catch (IOException e) {
      throw silent();
    }
  }

  private HttpClient http() {
    HttpClient made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .connectTimeout(Duration.ofSeconds(5))
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      http = made;
    }
    return made;
  }

  private Unanswered silent() {
    return new Unanswered(
        String.format(
            Locale.ROOT,
            "no feed answers at %s; expected ./tidings up or ./tidings feed there",
            feed),
        false);
  }

  private static Unanswered refused(int status, byte[] body) {
    String detail = "the feed answers with status " + status;
    if (JsonText.parse(body) instanceof Reading.Good<JsonNode> json
        && json.value().path("detail").isString()) {
      detail = json.value().path("detail").stringValue();
    }
    return new Unanswered(detail, status < 500 && status != 429);
  }

  private static String query(Map<String, List<String>> parameters) {
    String query =
        parameters.entrySet().stream()
            .filter(parameter -> !parameter.getValue().isEmpty())
            .map(
                parameter ->
                    parameter.getKey()
                        + "="
                        + URLEncoder.encode(
                            String.join(",", parameter.getValue()), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }
}
