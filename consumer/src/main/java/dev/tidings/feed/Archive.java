package dev.tidings.feed;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.Preview;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Reading;
import dev.tidings.wire.SummaryJson;
import dev.tidings.wire.Topic;
import dev.tidings.wire.TopicReader;
import dev.tidings.wire.UnreadableRecords;
import dev.tidings.wire.UpdateRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All updates that stand on the topics, ready to be asked about any day. One thread adds, any
 * thread asks.
 */
public final class Archive {

  /** To which one thread adds. */
  private final Map<Relationship, RelationshipState> growing = new HashMap<>();

  /** As they are between two additions, for all who ask: nobody waits for anybody. */
  private final NavigableMap<Relationship, RelationshipState> states =
      new ConcurrentSkipListMap<>();

  final Uris uris = new Uris();
  private final Headlines headlines = new Headlines(this);
  private final UnreadableRecords unreadable;

  Archive(UnreadableRecords unreadable) {
    this.unreadable = unreadable;
  }

  /**
   * Reads the update topics to their present end.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public static Archive read(Map<String, Object> client) {
    Archive archive = new Archive(new UnreadableRecords());
    TopicReader.readAll(client, Topic.updates(), record -> archive.add(List.of(record)));
    return archive;
  }

  /** Adds what records say, as far as they are updates: read side by side, added in their order. */
  void add(List<ConsumerRecord<byte[], byte[]>> records) {
    List<Reading<RelationshipUpdate>> readings =
        records.parallelStream().map(UpdateRecords::read).toList();
    for (int i = 0; i < readings.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      readings.get(i).use(this::add, why -> unreadable.leaveOut(record, why));
    }
  }

  void add(RelationshipUpdate update) {
    RelationshipState state =
        growing.computeIfAbsent(update.relationship(), RelationshipState::new);
    if (state.add(update).isEmpty()) {
      return;
    }
    states.put(state.relationship(), state.snapshot());
    uris.add(update.uri(), state.relationship());
    headlines.add(update, state.edition(update));
  }

  /** Finds updates by words of their headlines. */
  public Headlines headlines() {
    return headlines;
  }

  /** The relationships that have updates, in the order of their keys. */
  public List<Relationship> relationships() {
    return List.copyOf(states.keySet());
  }

  /** The uris of all updates, read one after the other; a multilateral one comes several times. */
  public Stream<String> uris() {
    return states.values().stream().flatMap(RelationshipState::uris);
  }

  /** The relationships in which a uri stands, in the order of their keys; perhaps none. */
  public List<Relationship> relationshipsOf(String uri) {
    return uris.find(uri)
        .filter(pair -> ask(pair, state -> state.highestVersion(uri) > 0).orElse(false))
        .sorted()
        .toList();
  }

  /**
   * Asks a relationship something, as it stands now; empty when it has no updates. What is added
   * meanwhile changes nothing of it, and waits for nobody.
   */
  public <T> Optional<T> ask(Relationship relationship, Function<RelationshipState, T> question) {
    RelationshipState state = states.get(relationship);
    if (state == null) {
      return Optional.empty();
    }
    return Optional.of(question.apply(state));
  }

  /** Terms of threads that updates gave which readers must no longer use. */
  Set<String> withdrawnTerms(Relationship relationship) {
    return ask(relationship, state -> state.withdrawn().terms()).orElse(Set.of());
  }

  /** The summary that stands on its topic once all updates are processed; empty without any. */
  public Optional<Summary> summary(Relationship relationship) {
    return ask(
            relationship,
            state -> state.isKnown() ? Optional.of(state.summary()) : Optional.<Summary>empty())
        .flatMap(Function.identity());
  }

  /**
   * How a relationship stood on a day, as known at an instant: perhaps nothing was known of it.
   * What was withdrawn since is not said again.
   */
  public Summary summary(Relationship relationship, LocalDate asOf, Instant knownAt) {
    return ask(relationship, state -> state.withdrawn().hiddenFrom(state.summary(asOf, knownAt)))
        .orElseGet(() -> new RelationshipState(relationship).summary(asOf, knownAt));
  }

  /**
   * The climate of a relationship over the years, as known at an instant, and what was in force: at
   * most so many points, in equal steps that end with {@code to}. None where nothing is known.
   *
   * @param most 2 … 500
   * @throws IllegalArgumentException when {@code from} is after {@code to}, or {@code most} is
   *     another
   */
  public ClimateOverTheYears climate(
      Relationship relationship, LocalDate from, LocalDate to, int most, Instant knownAt) {
    return ask(relationship, state -> state.climate(from, to, most, knownAt))
        .orElse(ClimateOverTheYears.NOTHING);
  }

  /**
   * What the summary of a day, as known at an instant, would become, were an update published. It
   * is not; and what it withdraws is not said.
   */
  public Preview preview(RelationshipUpdate update, LocalDate asOf, Instant knownAt) {
    Relationship relationship = update.relationship();
    return ask(relationship, state -> Preview.of(state, update, asOf, knownAt))
        .orElseGet(() -> Preview.of(new RelationshipState(relationship), update, asOf, knownAt));
  }

  /** The highest version of an update, in whatever relationship; 0, when it stands in none. */
  public int highestVersion(String uri) {
    return relationshipsOf(uri).stream()
        .mapToInt(pair -> ask(pair, state -> state.highestVersion(uri)).orElse(0))
        .max()
        .orElse(0);
  }

  /**
   * The summaries that stand on their topic, as the bytes that stand there.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public static SortedMap<Relationship, byte[]> readSummaries(Map<String, Object> client) {
    SortedMap<Relationship, byte[]> summaries = new TreeMap<>();
    UnreadableRecords unreadable = new UnreadableRecords();
    TopicReader.readAll(
        client,
        List.of(Topic.SUMMARIES.topicName()),
        record ->
            SummaryJson.read(record)
                .use(
                    summary -> summaries.put(summary.relationship(), record.value()),
                    why -> unreadable.leaveOut(record, why)));
    return summaries;
  }
}
