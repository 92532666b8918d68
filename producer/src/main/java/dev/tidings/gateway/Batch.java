package dev.tidings.gateway;

import dev.tidings.http.Refusal;
import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A request's body becomes its submissions, each read or refused by itself. */
final class Batch {

  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";
  static final int MOST_UPDATES = 1_000;

  /** The largest update, in bytes. */
  static final int MOST_BYTES = 256 * 1024;

  private final Instant receivedAt;
  private final List<Item> items = new ArrayList<>();

  private Batch(Instant receivedAt) {
    this.receivedAt = receivedAt;
  }

  /**
   * Reads a body.
   *
   * @throws Refusal 400 when it is no JSON, 413 when it has too many submissions, 422 when it has
   *     none
   */
  static List<Item> read(String type, byte[] body, Instant receivedAt) {
    Batch batch = new Batch(receivedAt);
    if (type.equals(LINES)) {
      batch.lines(body);
    } else if (isList(body)) {
      batch.list(body);
    } else {
      batch.add("", body);
    }
    if (batch.items.isEmpty()) {
      throw Refusal.unprocessable(
          List.of(
              new Problem(
                  "",
                  String.format(Locale.ROOT, "no update there; expected 1 … %d", MOST_UPDATES))));
    }
    return List.copyOf(batch.items);
  }

  private static boolean isList(byte[] body) {
    for (byte one : body) {
      if (one != ' ' && one != '\t' && one != '\n' && one != '\r') {
        return one == '[';
      }
    }
    return false;
  }

  private void list(byte[] body) {
    Reading<List<byte[]>> reading = JsonText.elements(body, MOST_UPDATES);
    if (reading instanceof Reading.Bad<List<byte[]>> bad) {
      throw Refusal.badRequest(bad.problems());
    }
    List<byte[]> elements = ((Reading.Good<List<byte[]>>) reading).value();
    for (int i = 0; i < elements.size(); i++) {
      add("[" + i + "]", elements.get(i));
    }
  }

  private void lines(byte[] body) {
    int start = 0;
    for (int line = 1; start < body.length; line++) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      int last = end > start && body[end - 1] == '\r' ? end - 1 : end;
      if (!isBlank(body, start, last)) {
        add("line " + line, Arrays.copyOfRange(body, start, last));
      }
      start = end + 1;
    }
  }

  private static boolean isBlank(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] != ' ' && body[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void add(String at, byte[] utf8) {
    if (items.size() == MOST_UPDATES) {
      throw Refusal.of(
          413,
          "Content too large",
          String.format(
              Locale.ROOT, "more than %d updates; expected several requests", MOST_UPDATES));
    }
    items.add(item(at, utf8));
  }

  private Item item(String at, byte[] utf8) {
    Reading<JsonNode> json = JsonText.parse(utf8);
    if (json instanceof Reading.Bad<JsonNode> bad) {
      return Item.bad(at, utf8.length > MOST_BYTES ? 413 : 400, bad.problems());
    }
    JsonNode node = ((Reading.Good<JsonNode>) json).value();
    Reading<List<RelationshipUpdate>> read = UpdateJson.readSubmission(node, receivedAt);
    if (read instanceof Reading.Good<List<RelationshipUpdate>> good) {
      return Item.good(at, good.value());
    }
    return Item.bad(at, 422, ((Reading.Bad<List<RelationshipUpdate>>) read).problems());
  }
}
