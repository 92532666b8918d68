package dev.tidings.http;

import dev.tidings.update.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code GET /health/live}: the process answers. {@code GET /health/ready}: it can do its work; 503
 * and what it lacks otherwise.
 */
public final class Health implements Routes {

  /**
   * One thing that readiness needs.
   *
   * @param name of the part that can or cannot work
   * @param problem in one line; empty when there is none. Must return within seconds
   */
  public record Check(String name, Supplier<Optional<String>> problem) {}

  private final List<Check> checks;

  public Health(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/health/live", request -> Answer.json(request, 200, Map.of("status", "live")));
    routes.get("/health/ready", this::ready);
  }

  private void ready(Context request) {
    List<Problem> problems = new ArrayList<>();
    for (Check check : checks) {
      check.problem().get().ifPresent(what -> problems.add(new Problem(check.name(), what)));
    }
    if (!problems.isEmpty()) {
      throw Refusal.unavailable(problems);
    }
    Answer.json(request, 200, Map.of("status", "ready"));
  }
}
