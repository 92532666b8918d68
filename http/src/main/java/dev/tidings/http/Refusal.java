package dev.tidings.http;

import dev.tidings.update.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ends a request with a problem document; thrown by handlers, answered by {@link HttpServer}. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

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
    String detail = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    return new Refusal(
        new ProblemDetail("about:blank", title, status, detail, problems, null), Map.of());
  }
}
