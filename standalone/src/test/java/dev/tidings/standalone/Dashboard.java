package dev.tidings.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docker/grafana/tidings.json asks, put to a Prometheus. */
record Dashboard(String prometheus) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The questions that have no answer there. */
  List<String> unanswered() {
    return JSON.readTree(Path.of("../docker/grafana/tidings.json"))
        .get("panels")
        .valueStream()
        .flatMap(panel -> panel.get("targets").valueStream())
        .map(target -> target.get("expr").stringValue())
        .filter(question -> answer(question).isEmpty())
        .toList();
  }

  /** The series that answer. */
  JsonNode answer(String question) {
    URI uri =
        URI.create(
            "%s/api/v1/query?query=%s"
                .formatted(prometheus, URLEncoder.encode(question, StandardCharsets.UTF_8)));
    try {
      String body =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
              .body();
      JsonNode answer = JSON.readTree(body);
      if (!answer.path("status").asString().equals("success")) {
        throw new AssertionError(question + ": " + body);
      }
      return answer.get("data").get("result");
    } catch (IOException e) {
      throw new AssertionError(question, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
