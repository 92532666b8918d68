package dev.tidings.feed.webhook;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.text.PlainText;
import dev.tidings.text.VisibleText;
import dev.tidings.update.Problem;
import dev.tidings.wire.FieldReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is asked for when subscribing.
 *
 * @param after the cursor to begin behind
 */
record NewSubscription(
    String url, Map<String, List<String>> filters, @Nullable String description, long after) {

  private static final int LONGEST_DESCRIPTION = 300;
  private static final int NAME_SECONDS = 5;

  NewSubscription {
    filters = Map.copyOf(filters);
  }

  /** Reads it; all that is wrong is refused together. */
  static NewSubscription read(JsonNode body, Feed feed, Gate gate) {
    List<Problem> problems = new ArrayList<>();
    FieldReader fields = new FieldReader(body, "", problems);
    ReceiverUrl url = fields.requiredText("url", text -> reachable(text, gate));
    Map<String, List<String>> filters = filters(fields, body.get("filters"), problems);
    String description = fields.text("description", NewSubscription::described);
    Long from = fields.whole("from");
    if (from != null && !feed.canGoOnFrom(from)) {
      fields.problem("from", cursorExpected(from, feed));
    }
    fields.refuseOthers();
    if (!problems.isEmpty() || url == null) {
      throw Refusal.unprocessable(problems);
    }
    return new NewSubscription(
        url.uri().toString(), filters, description, from == null ? feed.head() : from);
  }

  static String cursorExpected(long found, Feed feed) {
    return String.format(
        Locale.ROOT, "%d; expected a cursor of this feed, %d … %d", found, Feed.START, feed.head());
  }

  private static String described(String text) {
    PlainText.line("it", text, LONGEST_DESCRIPTION);
    return VisibleText.of(text);
  }

  private static ReceiverUrl reachable(String text, Gate gate) {
    ReceiverUrl url = ReceiverUrl.parse(text);
    try {
      var unused = gate.open(url.host()).get(NAME_SECONDS, TimeUnit.SECONDS);
      return url;
    } catch (ExecutionException e) {
      throw new IllegalArgumentException(
          e.getCause() instanceof Gate.Closed closed
              ? closed.getMessage()
              : "its host's name has no address",
          e);
    } catch (TimeoutException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no name server tells the address of its host within %d s",
              NAME_SECONDS),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("not checked: this server stops", e);
    }
  }

  /** As the query parameters have them: texts, numbers and flags, alone or in lists. */
  private static Map<String, List<String>> filters(
      FieldReader fields, @Nullable JsonNode node, List<Problem> problems) {
    Map<String, List<String>> filters = new TreeMap<>();
    var unused = fields.object("filters", inner -> inner);
    if (node == null || !node.isObject()) {
      return filters;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      List<String> values = new ArrayList<>();
      for (JsonNode value :
          field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
        if (value.isString() || value.isNumber() || value.isBoolean()) {
          values.add(value.asString());
        } else {
          problems.add(
              new Problem(
                  "filters." + PlainText.clip(field.getKey()),
                  "expected text, a number, true or false, or a list of such"));
        }
      }
      filters.put(field.getKey(), values);
    }
    check(filters, problems);
    return filters;
  }

  private static void check(Map<String, List<String>> filters, List<Problem> problems) {
    Parameters parameters = new Parameters(filters);
    var unused = Filter.of(parameters);
    try {
      parameters.check();
    } catch (Refusal e) {
      e.problem().errors().stream()
          .map(problem -> new Problem("filters." + problem.field(), problem.message()))
          .forEach(problems::add);
    }
  }
}
