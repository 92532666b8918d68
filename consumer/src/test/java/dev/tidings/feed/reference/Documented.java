package dev.tidings.feed.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.http.Routes;
import io.javalin.Javalin;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether what a server does is what its OpenAPI document says. */
public final class Documented {

  private static final Document OPENAPI = Document.openApi();
  private static final Pattern METHODS = Pattern.compile("get|post|put|delete");

  private Documented() {}

  /** Checks an answer, and gives it back. */
  public static HttpResponse<String> check(HttpResponse<String> answer) {
    String query = answer.uri().getRawQuery();
    check(
        answer.request().method(),
        answer.uri().getRawPath() + (query == null ? "" : "?" + query),
        answer.statusCode(),
        answer.headers().map(),
        answer.body());
    return answer;
  }

  /**
   * Checks an answer: its path and method are there, its parameters (if they were taken), its
   * status, its content type, and its body is as its schema says. What is not in the document is
   * not there.
   *
   * @param path with the query, if there is one
   * @param headers of the answer
   * @throws AssertionError when any of it is not documented
   */
  public static void check(
      String method, String path, int status, Map<String, List<String>> headers, String body) {
    String[] parts = path.split("\\?", 2);
    Optional<String> found = operation(method, parts[0]);
    if (found.isEmpty() && (status == 404 || status == 405)) {
      return;
    }
    assertThat(found).as("%s %s in the document", method, path).isPresent();
    String operation = found.orElseThrow();
    if (status < 400 && parts.length == 2) {
      checkParameters(operation, parts[1]);
    }
    String response = response(operation, status);
    JsonNode content = OPENAPI.at(response + "/content");
    if (content.isMissingNode()) {
      assertThat(body).as("the body of %s %s, %d", method, path, status).isEmpty();
      return;
    }
    String type = contentType(headers);
    assertThat(content.propertyNames()).as("the types of %s", response).contains(type);
    if (type.endsWith("json")) {
      String schema = response + "/content/" + Document.escaped(type) + "/schema";
      assertThat(OPENAPI.problems(schema, Document.JSON.readTree(body)))
          .as("%s %s, %d: %s", method, path, status, body)
          .isEmpty();
    }
  }

  /** All operations of the document with one of these tags, as in {@code GET /feed.atom}. */
  public static Set<String> operations(String... tags) {
    Set<String> operations = new TreeSet<>();
    OPENAPI
        .at("/paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (METHODS.matcher(method).matches()
                          && Arrays.asList(tags).contains(operation.at("/tags/0").asString())) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path);
                      }
                    }));
    return operations;
  }

  /** What a server with these parts answers, as in {@code GET /feed.atom}; HEAD left out. */
  public static Set<String> registered(List<Routes> parts) {
    Javalin javalin = Javalin.create(config -> parts.forEach(part -> part.addTo(config.routes)));
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(it -> METHODS.matcher(it.method.name().toLowerCase(Locale.ROOT)).matches())
        .map(it -> it.method.name() + " " + it.path.replaceAll("<(\\w+)>", "{$1}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> operation(String method, String path) {
    List<String> found = new ArrayList<>();
    for (String template : OPENAPI.at("/paths").propertyNames()) {
      if (template.equals(path) || matches(template, path)) {
        String pointer =
            "/paths/" + Document.escaped(template) + "/" + method.toLowerCase(Locale.ROOT);
        if (!OPENAPI.at(pointer).isMissingNode()) {
          found.add(pointer);
        }
      }
    }
    return found.stream().min(Comparator.comparing(Documented::braces));
  }

  /** A uri in a path may have slashes. */
  private static boolean matches(String template, String path) {
    String pattern =
        Arrays.stream(template.split("(?<=})|(?=\\{)"))
            .map(
                part ->
                    part.equals("{uri}")
                        ? ".+"
                        : part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
            .collect(Collectors.joining());
    return path.matches(pattern);
  }

  private static int braces(String pointer) {
    return (int) pointer.chars().filter(c -> c == '{').count();
  }

  private static void checkParameters(String operation, String query) {
    JsonNode parameters = OPENAPI.at(operation + "/parameters");
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      names.add(
          OPENAPI.at(OPENAPI.resolved(operation + "/parameters/" + i)).get("name").asString());
    }
    for (String parameter : query.split("&", -1)) {
      assertThat(names).as(operation).contains(parameter.replaceAll("=.*", ""));
    }
  }

  private static String response(String operation, int status) {
    String exact = operation + "/responses/" + status;
    String range = operation + "/responses/" + status / 100 + "XX";
    String found = OPENAPI.at(exact).isMissingNode() ? range : exact;
    assertThat(OPENAPI.at(found).isObject()).as("%d of %s", status, operation).isTrue();
    return OPENAPI.resolved(found);
  }

  private static String contentType(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> "content-type".equalsIgnoreCase(header.getKey()))
        .map(header -> header.getValue().get(0).replaceAll("\\s*;.*", ""))
        .findFirst()
        .orElse("");
  }
}
