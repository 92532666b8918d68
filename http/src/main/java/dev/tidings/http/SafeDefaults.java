package dev.tidings.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * What holds for every request and answer. A request's method is the one in its first line: Javalin
 * would take another from {@code X-HTTP-Method-Override}, and a link could kill an update. A
 * browser takes an answer for what its {@code Content-Type} says, and guesses nothing.
 */
final class SafeDefaults implements HttpConfiguration.Customizer {

  static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";

  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    answer.put(CONTENT_TYPE_OPTIONS, "nosniff");
    if (!request.getHeaders().contains(METHOD_OVERRIDE)) {
      return request;
    }
    HttpFields headers = HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE);
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }
}
