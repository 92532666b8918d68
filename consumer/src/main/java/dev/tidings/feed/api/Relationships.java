package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Head;
import dev.tidings.feed.Heads;
import dev.tidings.feed.Paths;
import dev.tidings.feed.Sort;
import dev.tidings.http.Answer;
import dev.tidings.http.Language;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.Trend;
import dev.tidings.text.PlainText;
import dev.tidings.update.Problem;
import dev.tidings.update.WireWord;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /relationships}: their heads, and the summary of one on any day, as known at any time. */
final class Relationships {

  private static final int MOST = 1_000;
  private static final int IF_ABSENT = 100;

  private record Page(List<Head> relationships, @Nullable String next) {}

  private final Archive archive;
  private final Heads heads;
  private final Clock clock;

  Relationships(Archive archive, Heads heads, Clock clock) {
    this.archive = archive;
    this.heads = heads;
    this.clock = clock;
  }

  void list(Context request) {
    Parameters asked = Parameters.of(request);
    List<Party> parties = asked.all("party", Party::new);
    List<Predicate<Head>> climates = asked.all("climate", Relationships::climate);
    Sort given = asked.one("sort", word -> WireWord.parse(Sort.class, word));
    Sort sort = given == null ? Sort.PAIR : given;
    int limit = (int) asked.whole("limit", IF_ABSENT, 1, MOST);
    Relationship after = asked.one("after", Relationship::parse);
    Locale language = Language.of(request, asked);
    asked.check();
    List<Head> wanted =
        heads
            .of(pair -> parties.stream().allMatch(pair::includes))
            .filter(head -> climates.isEmpty() || climates.stream().anyMatch(c -> c.test(head)))
            .sorted(sort.order())
            .toList();
    int start = after == null ? 0 : placeBehind(after, wanted);
    List<Head> page = wanted.stream().skip(start).limit(limit).map(h -> h.in(language)).toList();
    boolean more = start + page.size() < wanted.size();
    Answer.cacheable(
        request, new Page(page, more ? page.get(page.size() - 1).relationship().key() : null));
  }

  void summary(Context request) {
    Relationship pair = Paths.pair(request);
    Parameters asked = Parameters.of(request);
    Moment moment = Moment.of(asked, "asOf", clock);
    Locale language = Language.of(request, asked);
    asked.check();
    Summary summary =
        archive.summary(pair, moment.day(), moment.knownAt()).named(Head.named(pair, language));
    request.header("Content-Language", "en");
    // Unless a reader asks for an instant, another second alone makes no other answer.
    Answer.cacheable(request, summary, summary.knownAt(moment.fixed()));
  }

  private static int placeBehind(Relationship after, List<Head> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).relationship().equals(after)) {
        return i + 1;
      }
    }
    throw Refusal.badRequest(
        List.of(
            new Problem(
                "after", after + " is not in this list; expected the next of a page of it")));
  }

  /** What is quiet has no temperature, and no trend either. */
  private static Predicate<Head> climate(String word) {
    if (word.equals(Trend.QUIET.word())) {
      return head -> head.climate().isQuiet();
    }
    for (Temperature temperature : Temperature.values()) {
      if (temperature.word().equals(word)) {
        return head -> head.temperature() == temperature;
      }
    }
    for (Trend trend : Trend.values()) {
      if (trend.word().equals(word)) {
        return head -> head.climate().trend() == trend;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "'%s'; expected one of %s",
            PlainText.clip(word),
            Stream.concat(
                    Arrays.stream(Temperature.values()).map(WireWord::word),
                    Arrays.stream(Trend.values()).map(WireWord::word))
                .collect(Collectors.joining(", "))));
  }
}
