package dev.tidings.feed.desk;

import dev.tidings.http.Answer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * Answers with pages. Templates escape what they print by where it stands, and the headers allow a
 * browser nothing but our own files: two walls between a headline and whoever reads it.
 */
final class Html {

  static final String CONTENT_TYPE = "text/html;charset=utf-8";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          String.join(
              "; ",
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "img-src 'self'",
              "connect-src 'self'",
              "form-action 'self'",
              "base-uri 'none'",
              "frame-ancestors 'none'",
              "require-trusted-types-for 'script'",
              "trusted-types desk"),
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Html.class.getClassLoader(), Html.class.getPackageName());

  /** Whether whoever asks would rather have a page than JSON. Who does not care gets JSON. */
  static boolean isWanted(Context request) {
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    accepted.addValue(request.header("Accept") == null ? "" : request.header("Accept"));
    List<String> types = accepted.getValues();
    int html = types.indexOf("text/html");
    int json = types.indexOf("application/json");
    return html >= 0 && (json < 0 || html < json);
  }

  /** Answers with a page; 304 when the reader has it already. */
  void answer(Context request, String template, Map<String, Object> values) {
    Answer.cacheable(
        request, CONTENT_TYPE, render(template, values).getBytes(StandardCharsets.UTF_8), HEADERS);
  }

  /** Answers with a page in the place of what is there. */
  void replace(Context request, String template, Map<String, Object> values) {
    HEADERS.forEach(request::header);
    request.contentType(CONTENT_TYPE).result(render(template, values));
  }

  private String render(String template, Map<String, Object> values) {
    StringOutput out = new StringOutput();
    templates.render(template + ".jte", values, out);
    return out.toString();
  }
}
