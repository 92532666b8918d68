package dev.tidings.intake;

import dev.tidings.update.EdtfDate;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdateBuilder;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.UpdateId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a machine-coded row says, whichever data set it is of.
 *
 * <p>Reports of one event, from either side and from any data set, become updates of one uri that
 * differ in {@code versionCreated} and sources alone: everything else is made of the day, the mode
 * and the two parties with their sectors, and so is the uri.
 *
 * @param source who stands first; absent: no country and no organisation
 * @param target who stands second
 * @param issued when the data set issued it
 * @param from gives the source, which most rows do not come to need
 */
record CodedEvent(
    LocalDate day,
    Instant issued,
    @Nullable Side source,
    @Nullable Side target,
    Cameo.Code code,
    Supplier<Source> from) {

  private static final String URI = "tag:tidings.dev,2026:event/";

  Outcome outcome() {
    if (source == null || target == null) {
      return Outcome.LeftOut.NO_PARTY;
    }
    if (source.party().equals(target.party())) {
      return Outcome.LeftOut.DOMESTIC;
    }
    Cameo.Meaning meaning = code.meaning();
    if (meaning == null) {
      return Outcome.LeftOut.NO_MEANING;
    }
    Side first = meaning.roles() == Cameo.Roles.PEOPLE ? source.orPeople() : source;
    Mode mode = first.isState() && target.isState() ? meaning.mode() : meaning.otherwise();
    if (mode == null) {
      return Outcome.LeftOut.NO_MEANING;
    }
    boolean asWritten =
        switch (meaning.roles()) {
          case ACTOR, PEOPLE -> true;
          case SWAP -> false;
          case BOTH -> first.party().compareTo(target.party()) < 0;
        };
    return asWritten ? update(mode, first, target) : update(mode, target, first);
  }

  private Outcome update(Mode mode, Side actor, Side counterpart) {
    return new Outcome.Accepted(
        List.of(
            new RelationshipUpdateBuilder()
                .id(new UpdateId(uri(mode, actor, counterpart), 1))
                .versionCreated(issued)
                .mode(mode)
                .occurred(EdtfDate.of(day))
                .actor(actor.party())
                .counterpart(counterpart.party())
                .actorSector(actor.sector())
                .counterpartSector(counterpart.sector())
                .headline(Headlines.of(mode, actor, counterpart))
                .standing(Standing.REPORTED)
                .sources(List.of(from.get()))
                .build()),
        false,
        Set.of());
  }

  private String uri(Mode mode, Side actor, Side counterpart) {
    String event =
        String.join(
            "|", day.toString(), mode.kind().word(), mode.word(), actor.id(), counterpart.id());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
      return URI + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
