package dev.tidings.feed.syndication;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.update.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One update as it stands now.
 *
 * @param shown what readers may see of the last that was told of it
 * @param published when its first edition that readers were told of was issued
 * @param told when the last came into the log
 */
record Entry(Notification shown, Instant published, Instant told) {

  /** A word that a reader can sort entries by. */
  record Category(String vocabulary, String term, String label) {}

  static Entry of(Feed feed, Item latest) {
    Item first = latest;
    while (first.earlier() != null) {
      first = Objects.requireNonNull(first.earlier());
    }
    return new Entry(feed.shown(latest), first.said().issued(), latest.told());
  }

  String id() {
    return Tag.ofUpdate(shown.relationship(), shown.update().uri());
  }

  Instant updated() {
    return shown.issued();
  }

  /** Whether nothing but a notice is left of it. */
  boolean isWithdrawn() {
    return shown.reason() == Reason.KILL || shown.reason() == Reason.WITHHELD;
  }

  String title() {
    return LegibleText.of(shown.headline());
  }

  /** One line of our own words: nothing of any update's text is in it. */
  String summary() {
    return isWithdrawn()
        ? title() + "."
        : String.format(
            Locale.ROOT,
            "%s, %s, %s; %s.%s",
            shown.update().mode().word(),
            shown.update().sides().inWords(),
            shown.occurred().inWords(),
            inWords(shown.update().standing()),
            shown.update().version() == 1 ? "" : " Version " + shown.update().version() + ".");
  }

  List<Category> categories() {
    List<Category> categories = new ArrayList<>();
    categories.add(word("kind", shown.update().kind().word()));
    categories.add(word("mode", shown.update().mode().word()));
    categories.add(word("reason", shown.reason().word()));
    categories.add(word("standing", shown.update().standing().word()));
    Stream.of(shown.update().actorSector(), shown.update().counterpartSector())
        .filter(Objects::nonNull)
        .distinct()
        .map(sector -> new Category("sector", sector.code(), sector.inWords()))
        .forEach(categories::add);
    for (Party party : shown.relationship().parties()) {
      categories.add(new Category("party", party.code(), party.name()));
    }
    return categories;
  }

  private static Category word(String vocabulary, String term) {
    return new Category(vocabulary, term, term);
  }

  private static String inWords(Standing standing) {
    return switch (standing) {
      case CONFIRMED -> "confirmed";
      case REPORTED -> "reported by sources";
      case CLAIMED -> "a claim";
    };
  }
}
