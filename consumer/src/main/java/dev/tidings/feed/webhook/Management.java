package dev.tidings.feed.webhook;

import dev.tidings.feed.Feed;
import dev.tidings.http.Answer;
import dev.tidings.http.Body;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.http.Routes;
import dev.tidings.update.Problem;
import dev.tidings.wire.FieldReader;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What owners ask over HTTP about their subscriptions; of those of others they learn nothing. */
final class Management implements Routes {

  private static final int ID_BYTES = 12;
  private static final int MOST_BYTES = 64 * 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Function<Context, String> owner;
  private final Registry registry;
  private final Store store;
  private final Feed feed;
  private final Gate gate;
  private final Clock clock;
  private final Trial trial;

  Management(
      Function<Context, String> owner,
      Registry registry,
      Store store,
      Feed feed,
      Gate gate,
      Clock clock,
      Trial trial) {
    this.owner = owner;
    this.registry = registry;
    this.store = store;
    this.feed = feed;
    this.gate = gate;
    this.clock = clock;
    this.trial = trial;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/subscriptions", this::create);
    routes.get("/subscriptions", this::list);
    routes.get("/subscriptions/{id}", this::show);
    routes.delete("/subscriptions/{id}", this::delete);
    routes.get("/subscriptions/{id}/deliveries", this::deliveries);
    routes.post("/subscriptions/{id}/pause", this::pause);
    routes.post("/subscriptions/{id}/resume", this::resume);
    routes.post("/subscriptions/{id}/rotate", this::rotate);
    routes.post("/subscriptions/{id}/replay", this::replay);
    routes.post("/subscriptions/{id}/test", this::test);
  }

  private void create(Context request) {
    String whose = begin(request);
    NewSubscription asked = NewSubscription.read(body(request), feed, gate);
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    Secret secret = Secret.fresh();
    Subscription subscription =
        new Subscription(
            "sub_" + HexFormat.of().formatHex(random),
            asked.url(),
            asked.filters(),
            asked.description(),
            whose,
            clock.instant(),
            List.of(secret),
            false,
            feed.log(),
            asked.after(),
            0,
            0);
    store.add(subscription);
    request.header("Location", "/subscriptions/" + subscription.id());
    Answer.json(request, 201, view(subscription).with(secret));
  }

  private void list(Context request) {
    String whose = begin(request);
    List<SubscriptionView> views =
        registry.all().stream()
            .map(Registry.Held::subscription)
            .filter(one -> one.owner().equals(whose))
            .sorted(Comparator.comparing(Subscription::created).thenComparing(Subscription::id))
            .map(this::view)
            .toList();
    Answer.json(request, 200, Map.of("subscriptions", views));
  }

  private void show(Context request) {
    Answer.json(request, 200, view(find(request)));
  }

  private void deliveries(Context request) {
    Answer.json(request, 200, Map.of("deliveries", registry.progressOf(find(request)).recent()));
  }

  private void delete(Context request) {
    store.remove(finder(request));
    request.status(204);
  }

  private void pause(Context request) {
    change(
        request,
        state -> {
          if (state instanceof State.Active active) {
            return active.pause();
          }
          throw notPossible(state);
        });
  }

  private void resume(Context request) {
    change(
        request,
        state -> {
          if (state instanceof State.Resumable resumable) {
            return resumable.resume();
          }
          throw notPossible(state);
        });
  }

  private void change(Context request, Function<State, Subscription> change) {
    Subscription changed =
        store.edit(
            finder(request),
            one -> change.apply(State.of(one, registry.progressOf(one), feed.log())));
    Answer.json(request, 200, view(changed));
  }

  private void rotate(Context request) {
    Secret secret = Secret.fresh();
    Subscription changed = store.edit(finder(request), one -> one.with(secret, clock.instant()));
    Answer.json(request, 200, view(changed).with(secret));
  }

  private void replay(Context request) {
    Function<Registry, Subscription> finder = finder(request);
    var unused = finder.apply(registry);
    List<Problem> problems = new ArrayList<>();
    FieldReader fields = new FieldReader(body(request), "", problems);
    Long after = fields.whole("after");
    if (after == null && problems.isEmpty()) {
      fields.problem("after", "missing; expected a cursor of this feed");
    } else if (after != null && !feed.canGoOnFrom(after)) {
      fields.problem("after", NewSubscription.cursorExpected(after, feed));
    }
    fields.refuseOthers();
    if (after == null || !problems.isEmpty()) {
      throw Refusal.unprocessable(problems);
    }
    Answer.json(request, 200, view(store.edit(finder, one -> one.replay(feed.log(), after))));
  }

  private void test(Context request) {
    Answer.json(request, 200, trial.of(find(request)));
  }

  private Subscription find(Context request) {
    return finder(request).apply(registry);
  }

  /** Whoever is behind a balancer may have subscribed elsewhere a moment ago. */
  private Function<Registry, Subscription> finder(Context request) {
    String whose = begin(request);
    String id = request.pathParam("id");
    return held -> {
      Optional<Registry.Held> found = held.find(id);
      if (found.isEmpty()) {
        store.catchUp();
        found = held.find(id);
      }
      return found
          .map(Registry.Held::subscription)
          .filter(one -> one.owner().equals(whose))
          .orElseThrow(() -> Refusal.notFound("no such subscription of yours"));
    };
  }

  private String begin(Context request) {
    String whose = owner.apply(request);
    Parameters.of(request).check();
    return whose;
  }

  private SubscriptionView view(Subscription subscription) {
    return SubscriptionView.of(subscription, registry.progressOf(subscription), feed.log());
  }

  private static Refusal notPossible(State state) {
    String why = state.reason() == null ? "" : ": " + state.reason();
    return Store.conflict(String.format(Locale.ROOT, "it is %s%s", state.word(), why));
  }

  /** With another type, any web page could send it from its reader's browser. */
  private static JsonNode body(Context request) {
    var unused = Body.type(request, List.of("application/json"));
    Reading<JsonNode> reading = JsonText.parse(Body.read(request, MOST_BYTES));
    if (reading instanceof Reading.Bad<JsonNode> bad) {
      throw Refusal.badRequest(bad.problems());
    }
    return ((Reading.Good<JsonNode>) reading).value();
  }
}
