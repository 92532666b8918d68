package dev.tidings.gateway;

import dev.tidings.http.Publisher;
import dev.tidings.update.Kind;
import dev.tidings.update.Position;
import dev.tidings.update.Problem;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import dev.tidings.wire.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a publisher may do with its updates: what its token allows, and of the claims that they
 * answer what stands on the topics.
 */
record Rights(Publisher by, Index index) {

  /** Why it may not publish these; empty when it may. */
  List<Problem> problems(List<RelationshipUpdate> updates) {
    List<Problem> problems = new ArrayList<>();
    for (RelationshipUpdate update : updates) {
      by.whyNot(update).ifPresent(why -> problems.add(new Problem("", why)));
      whyNoAnswer(update).ifPresent(why -> problems.add(new Problem("responds.uri", why)));
    }
    return problems;
  }

  /** Whether what stands on the topics decides. */
  boolean dependsOnTheTopics(RelationshipUpdate update) {
    return by.isLimited() && update.responds() != null && update.pubStatus() == PubStatus.USABLE;
  }

  /** A withdrawal says nothing of a claim, and anybody may withdraw what is their own. */
  private Optional<String> whyNoAnswer(RelationshipUpdate update) {
    Response response = update.responds();
    if (response == null || !dependsOnTheTopics(update)) {
      return Optional.empty();
    }
    Optional<Stand> claim = index.of(response.uri());
    if (claim.filter(it -> it.owner().equals(Index.source(by))).isPresent()) {
      return Optional.empty();
    }
    if (response.position() == Position.RETRACTS) {
      return Optional.of(
          String.format(
              Locale.ROOT, "no claim of %s; it retracts its own claims alone", by.name()));
    }
    return by.kinds().isEmpty() || claim.filter(this::isOfItsKinds).isPresent()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "no claim with this uri is of the kinds %s; %s answers no others",
                by.kinds().stream().map(Kind::word).sorted().collect(Collectors.joining(", ")),
                by.name()));
  }

  private boolean isOfItsKinds(Stand claim) {
    return claim.places().stream()
        .anyMatch(
            place ->
                by.kinds().stream()
                    .anyMatch(kind -> Topic.of(kind).topicName().equals(place.topic())));
  }
}
