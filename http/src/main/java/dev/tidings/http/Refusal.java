package dev.tidings.http;

import dev.tidings.update.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Ends a request with a problem document; thrown by handlers, answered by {@link HttpServer}. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The line for people names so many; {@code errors} has them all. */
  private static final int MOST_IN_DETAIL = 10;

  private final transient ProblemDetail problem;
  private final transient Map<String, String> headers;

  /**
   * Refuses.
   *
   * @param headers besides the content type, such as {@code Retry-After}
   */
  public Refusal(ProblemDetail problem, Map<String, String> headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = Map.copyOf(headers);
  }

  public static Refusal of(int status, String title, String detail) {
    return new Refusal(ProblemDetail.of(status, title, detail), Map.of());
  }

  /** 400, with everything that is wrong with the request's parameters or headers. */
  public static Refusal badRequest(List<Problem> problems) {
    return invalid(400, "Bad request", problems);
  }

  /** 422, with everything that is wrong with the values in a body. */
  public static Refusal unprocessable(List<Problem> problems) {
    return invalid(422, "Unprocessable content", problems);
  }

  /** 308: the same is found elsewhere, and for good. */
  public static Refusal movedTo(String path) {
    return new Refusal(ProblemDetail.of(308, "Permanent redirect", path), Map.of("Location", path));
  }

  /** 503 with {@code Retry-After: 5}: it may work then. */
  public static Refusal unavailable(List<Problem> problems) {
    ProblemDetail problem = invalid(503, "Service unavailable", problems).problem();
    return new Refusal(problem, Map.of("Retry-After", "5"));
  }

  /** Any status, with everything that is wrong. */
  public static Refusal all(int status, String title, List<Problem> problems) {
    return invalid(status, title, problems);
  }

  public static Refusal notFound(String detail) {
    return of(404, "Not found", detail);
  }

  public ProblemDetail problem() {
    return problem;
  }

  Map<String, String> headers() {
    return headers;
  }

  private static Refusal invalid(int status, String title, List<Problem> problems) {
    String detail =
        problems.stream()
            .limit(MOST_IN_DETAIL)
            .map(Problem::toString)
            .collect(Collectors.joining("; "));
    if (problems.size() > MOST_IN_DETAIL) {
      detail += String.format(Locale.ROOT, "; and %d more", problems.size() - MOST_IN_DETAIL);
    }
    return new Refusal(
        new ProblemDetail("about:blank", title, status, detail, problems, null), Map.of());
  }
}
