package dev.tidings.summary;

import dev.tidings.party.Relationship;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The current state of one relationship: a pure function of its updates, a day and an instant.
 *
 * <p>Threads and claims are fewer where their texts are so long that a record could not hold them.
 *
 * @param asOf the day that it describes (UTC)
 * @param knownAt what was known: nothing issued later is in it
 * @param revision number of versions folded
 * @param headline one line of plain text
 * @param text one short paragraph, each sentence with the updates that it rests on
 * @param inForce what holds or is suspended: the 100 that changed last, ordered by thread
 * @param ended the last 10 threads that ended or lapsed, the latest first
 * @param claims the last 50 claims, the latest first
 * @param latest the latest update of each kind
 * @param recent the last 10 updates, the latest first
 * @param counts how many updates count, by kind
 * @param withdrawn the last 10 updates that were killed or withheld, without their text
 * @param firstOccurred of the earliest update that counts
 * @param lastOccurred of the latest
 */
public record Summary(
    Relationship relationship,
    List<NamedParty> parties,
    LocalDate asOf,
    Instant knownAt,
    int revision,
    String headline,
    List<Sentence> text,
    Climate climate,
    List<StandingThread> inForce,
    List<StandingThread> ended,
    List<Claim> claims,
    SortedMap<Kind, CountedUpdate> latest,
    List<CountedUpdate> recent,
    SortedMap<Kind, Integer> counts,
    List<Withdrawal> withdrawn,
    @Nullable EdtfDate firstOccurred,
    @Nullable EdtfDate lastOccurred) {

  /** The same summary with its parties named in another language. */
  public Summary named(List<NamedParty> names) {
    return with(names, knownAt);
  }

  /** The same summary, asked for at another instant. */
  public Summary knownAt(Instant instant) {
    return with(parties, instant);
  }

  /** The same summary with other texts. */
  public Summary with(
      List<Sentence> otherText,
      List<StandingThread> otherInForce,
      List<StandingThread> otherEnded,
      List<Claim> otherClaims,
      SortedMap<Kind, CountedUpdate> otherLatest,
      List<CountedUpdate> otherRecent) {
    return new Summary(
        relationship,
        parties,
        asOf,
        knownAt,
        revision,
        headline,
        otherText,
        climate,
        otherInForce,
        otherEnded,
        otherClaims,
        otherLatest,
        otherRecent,
        counts,
        withdrawn,
        firstOccurred,
        lastOccurred);
  }

  private Summary with(List<NamedParty> names, Instant known) {
    return new Summary(
        relationship,
        names,
        asOf,
        known,
        revision,
        headline,
        text,
        climate,
        inForce,
        ended,
        claims,
        latest,
        recent,
        counts,
        withdrawn,
        firstOccurred,
        lastOccurred);
  }

  public Summary {
    parties = List.copyOf(parties);
    text = List.copyOf(text);
    inForce = List.copyOf(inForce);
    ended = List.copyOf(ended);
    claims = List.copyOf(claims);
    recent = List.copyOf(recent);
    withdrawn = List.copyOf(withdrawn);
  }
}
