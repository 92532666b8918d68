package dev.tidings.feed;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Climate;
import dev.tidings.summary.NamedParty;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.ThreadId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a summary, as a list shows it.
 *
 * @param asOf the day that it describes (UTC)
 * @param revision number of versions folded
 * @param temperature that of the climate; absent where it is quiet
 * @param inForce the threads that hold; those that are suspended are left out
 * @param openClaims how many claims are neither confirmed nor taken back
 * @param lastOccurred of the latest update
 */
public record Head(
    Relationship relationship,
    List<NamedParty> parties,
    LocalDate asOf,
    int revision,
    String headline,
    @Nullable Temperature temperature,
    Climate climate,
    List<ThreadId> inForce,
    int openClaims,
    @Nullable EdtfDate lastOccurred) {

  /** The head of a summary. */
  public static Head of(Summary summary) {
    return new Head(
        summary.relationship(),
        summary.parties(),
        summary.asOf(),
        summary.revision(),
        summary.headline(),
        temperature(summary.climate()),
        summary.climate(),
        summary.inForce().stream()
            .filter(thread -> thread.state() == ThreadState.IN_FORCE)
            .map(StandingThread::thread)
            .toList(),
        (int) summary.claims().stream().filter(claim -> claim.status().isOpen()).count(),
        summary.lastOccurred());
  }

  /** A summary from before there was evidence has a score and no word for it. */
  private static @Nullable Temperature temperature(Climate climate) {
    BigDecimal score = climate.score();
    return score == null ? null : Temperature.of(score);
  }

  /** The same head with its parties named in a reader's language. */
  public Head in(Locale language) {
    return new Head(
        relationship,
        named(relationship, language),
        asOf,
        revision,
        headline,
        temperature,
        climate,
        inForce,
        openClaims,
        lastOccurred);
  }

  public boolean includes(Party party) {
    return relationship.includes(party);
  }

  /** Both parties, named in a reader's language. */
  public static List<NamedParty> named(Relationship relationship, Locale language) {
    return relationship.parties().stream()
        .map(party -> new NamedParty(party, party.name(language)))
        .toList();
  }
}
