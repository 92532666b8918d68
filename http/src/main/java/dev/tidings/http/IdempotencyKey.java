package dev.tidings.http;

import dev.tidings.update.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a request is known when it is sent again: one rule at every door. */
public final class IdempotencyKey {

  /** Its name. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");

  private IdempotencyKey() {}

  /**
   * A request's key; null when it has none.
   *
   * @throws Refusal 400 when it is wrong
   */
  public static @Nullable String of(Context request) {
    String given = request.header(HEADER);
    if (given != null && !FORM.matcher(given).matches()) {
      throw Refusal.badRequest(
          List.of(
              new Problem(
                  HEADER,
                  String.format(
                      Locale.ROOT, "%d characters; expected 1 … 255 of ASCII", given.length()))));
    }
    return given;
  }
}
