package dev.tidings.http;

import dev.tidings.update.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, as RFC 9457 has it: {@code application/problem+json}.
 *
 * @param type a URI that names the kind of problem; {@code about:blank}, the status says it all
 * @param title the same for every problem of the type
 * @param status the HTTP status, 400 … 599
 * @param detail what went wrong here, one line of plain text
 * @param errors each thing that is wrong: which parameter or field, what was found and expected
 * @param start where a reader whose cursor is of no use starts again; absent elsewhere
 */
public record ProblemDetail(
    String type,
    String title,
    int status,
    String detail,
    List<Problem> errors,
    @Nullable String start) {

  public static final String CONTENT_TYPE = "application/problem+json";

  public ProblemDetail {
    errors = List.copyOf(errors);
  }

  /** A problem that its status names. */
  public static ProblemDetail of(int status, String title, String detail) {
    return new ProblemDetail("about:blank", title, status, detail, List.of(), null);
  }
}
