package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A process of several parts. */
class HealthOfAProcessTest {

  @Test
  void isReadyWhenAllItsPartsAre() throws Exception {
    AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.of("no Kafka"));
    Health health =
        new Health(
            List.of(
                new Health.Check("feed", Optional::empty),
                new Health.Check("gateway", problem::get)));
    try (Metrics metrics = new Metrics();
        HttpServer server =
            HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(health, metrics))) {
      HttpResponse<String> without = get(server, "/health/ready");
      assertThat(without.statusCode()).isEqualTo(503);
      assertThat(without.body()).contains("{\"field\":\"gateway\",\"message\":\"no Kafka\"}");
      assertThat(without.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);

      problem.set(Optional.empty());

      assertThat(get(server, "/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
      assertThat(get(server, "/metrics").body()).contains("jvm_memory_used_bytes");
    }
  }

  private static HttpResponse<String> get(HttpServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
