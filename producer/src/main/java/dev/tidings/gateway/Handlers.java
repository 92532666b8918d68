package dev.tidings.gateway;

import dev.tidings.gateway.Outcome.Published;
import dev.tidings.http.Answer;
import dev.tidings.http.Body;
import dev.tidings.http.Parameters;
import dev.tidings.http.Publisher;
import dev.tidings.http.Refusal;
import dev.tidings.http.Senders;
import dev.tidings.http.UpdatePath;
import dev.tidings.text.PlainText;
import dev.tidings.text.VisibleText;
import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Reading;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a request to its answer: who, what, and what became of it. */
final class Handlers {

  private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

  /** Of a whole request, in bytes. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  /** What stands before a uri in a path. */
  private static final String UPDATES = "/updates/";

  private static final int MOST_NOTE = 1_000;

  private final Senders senders;
  private final Following following;
  private final Keys keys;
  private final Posting posting;
  private final NextVersions next;
  private final Clock clock;

  Handlers(
      Senders senders,
      Following following,
      Keys keys,
      Posting posting,
      NextVersions next,
      Clock clock) {
    this.senders = senders;
    this.following = following;
    this.keys = keys;
    this.posting = posting;
    this.next = next;
    this.clock = clock;
  }

  void post(Context request) {
    Publisher by = senders.publisher(request);
    Parameters parameters = Parameters.of(request);
    boolean partial = parameters.flag("partial", false);
    parameters.check();
    following.checkStarted();
    String type = Body.type(request, List.of(Batch.JSON, Batch.LINES));
    byte[] body = Body.read(request, MOST_BYTES);
    Key key = Key.of(request, by, body);
    withKafka(
        () ->
            keys.alone(
                key,
                () -> {
                  Optional<SortedMap<Integer, Published>> already = already(key);
                  List<Item> items = Batch.read(type, body, clock.instant());
                  if (already.isPresent()) {
                    replayed(request);
                    return Posting.again(already.get(), items, partial);
                  }
                  if (posting.dependsOnTheTopics(items, by)) {
                    following.catchUp();
                  }
                  return posting.publish(items, partial, by, key);
                }),
        outcome -> Answer.json(request, 202, outcome));
  }

  void put(Context request) {
    Publisher by = senders.publisher(request);
    Parameters.of(request).check();
    UpdatePath path = UpdatePath.of(request, UPDATES);
    following.checkStarted();
    Body.type(request, List.of(Batch.JSON));
    byte[] body = Body.read(request, Batch.MOST_BYTES);
    Key key = Key.of(request, by, body);
    ObjectNode submission = object(body);
    publishNext(request, path, by, key, version -> version.correction(submission));
  }

  void delete(Context request) {
    Publisher by = senders.publisher(request);
    Parameters parameters = Parameters.of(request);
    String edNote = parameters.one("edNote", Handlers::note);
    parameters.check();
    UpdatePath path = UpdatePath.of(request, UPDATES);
    following.checkStarted();
    Key key = Key.of(request, by, Body.read(request, 0));
    publishNext(request, path, by, key, version -> version.kill(edNote));
  }

  private void publishNext(
      Context request,
      UpdatePath path,
      Publisher by,
      @Nullable Key key,
      Function<NextVersion, List<RelationshipUpdate>> decide) {
    withKafka(
        () -> keys.alone(key, () -> next.publish(path, by, key, decide)),
        result -> {
          if (result.isReplayed()) {
            replayed(request);
          }
          Answer.json(request, 202, new Outcome(List.of(result.published()), null));
        });
  }

  private Optional<SortedMap<Integer, Published>> already(@Nullable Key key) {
    if (key == null) {
      return Optional.empty();
    }
    following.catchUp();
    return keys.published(key);
  }

  private static void replayed(Context request) {
    request.header("Idempotency-Replayed", "true");
  }

  private static String note(String text) {
    PlainText.line("it", text, MOST_NOTE);
    return VisibleText.of(text);
  }

  private static ObjectNode object(byte[] body) {
    Reading<JsonNode> reading = JsonText.parse(body);
    if (reading instanceof Reading.Bad<JsonNode> bad) {
      throw Refusal.badRequest(bad.problems());
    }
    if (((Reading.Good<JsonNode>) reading).value() instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.unprocessable(List.of(new Problem("", "no object; expected one update")));
  }

  private static <T> void withKafka(Supplier<T> work, Consumer<T> answer) {
    T result;
    try {
      result = work.get();
    } catch (KafkaUnusable e) {
      LOG.atWarn().addKeyValue("problem", e.getMessage()).log("Kafka cannot be used");
      throw unavailable(e, "nothing was published");
    } catch (Unpublished e) {
      LOG.atWarn().addKeyValue("problem", e.getMessage()).log("Kafka did not acknowledge");
      throw unavailable(
          e,
          e.isCertain()
              ? "nothing was published"
              : "whether it was published is not known; send it again with the same"
                  + " Idempotency-Key, or as the same version: that is harmless");
    }
    answer.accept(result);
  }

  private static Refusal unavailable(RuntimeException e, String known) {
    return Refusal.unavailable(
        List.of(new Problem("", String.format(Locale.ROOT, "%s; %s", e.getMessage(), known))));
  }
}
