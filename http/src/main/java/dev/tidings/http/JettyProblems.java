package dev.tidings.http;

import dev.tidings.wire.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before a handler of ours sees it, as problem documents too. */
final class JettyProblems extends ErrorHandler {

  @Override
  @SuppressWarnings("removal") // What Jetty 12.1 calls for a request that it cannot parse.
  public ByteBuffer badMessageError(
      int status, @Nullable String reason, HttpFields.Mutable headers) {
    headers.put(HttpHeader.CONTENT_TYPE, ProblemDetail.CONTENT_TYPE);
    headers.put(SafeDefaults.CONTENT_TYPE_OPTIONS, "nosniff");
    return ByteBuffer.wrap(Json.write(problem(status, reason)));
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDetail.CONTENT_TYPE);
    response.getHeaders().put(SafeDefaults.CONTENT_TYPE_OPTIONS, "nosniff");
    response.write(true, ByteBuffer.wrap(Json.write(problem(status, message))), callback);
  }

  static ProblemDetail problem(int status, @Nullable String reason) {
    String title = HttpStatus.getMessage(status);
    String detail =
        switch (status) {
          case 404 -> "nothing is here; /openapi.json says what is";
          case 405 -> "not with this method; /openapi.json says with which";
          case 413 -> "the body is too large";
          case 414, 431 -> "the request's line and headers are too large; expected at most 8 KiB";
          case 500 -> "this server failed; its log says why";
          default -> reason == null || reason.isBlank() ? title : reason;
        };
    return ProblemDetail.of(status, title, detail);
  }
}
