package dev.tidings.feed.desk;

import dev.tidings.http.Language;
import dev.tidings.http.Parameters;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who reads: in which language, and how names, days and numbers are written there.
 *
 * @param language of names
 * @param isChosen whether the address says so, and links have to say it again
 * @param texts the page's words, in that language where there are any
 */
record Reader(Locale language, boolean isChosen, Texts texts) {

  /** Reads {@code lang}, else {@code Accept-Language}. */
  static Reader of(Context request, Parameters asked) {
    Locale language = Language.of(request, asked);
    return new Reader(language, request.queryParam("lang") != null, Texts.in(language));
  }

  /** {@code rtl} where the language's own name is written from right to left. */
  String direction() {
    byte first = Character.getDirectionality(language.getDisplayLanguage(language).codePointAt(0));
    boolean isFromTheRight =
        first == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || first == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    return isFromTheRight ? "rtl" : "ltr";
  }

  String name(Party party) {
    return party.name(language);
  }

  /** The language of names, as HTML has it. */
  String namesIn() {
    return language.toLanguageTag();
  }

  /** A path of ours that goes on in the chosen language. */
  String link(String path) {
    if (!isChosen) {
      return path;
    }
    int fragment = path.indexOf('#');
    String address = fragment < 0 ? path : path.substring(0, fragment);
    return address
        + (address.indexOf('?') < 0 ? "?" : "&")
        + "lang="
        + language.toLanguageTag()
        + (fragment < 0 ? "" : path.substring(fragment));
  }

  String link(Relationship pair) {
    return link("/relationships/" + pair.key());
  }

  String link(Party party) {
    return link("/parties/" + party.code());
  }

  String day(LocalDate day) {
    return new DateTimeFormatterBuilder()
        .appendLocalized(FormatStyle.LONG, null)
        .toFormatter(texts.language().equals(Locale.ENGLISH) ? Locale.UK : texts.language())
        .withChronology(IsoChronology.INSTANCE)
        .format(day);
  }

  /** The year of a day: of an update that says no more than the year, the day is its first. */
  String year(LocalDate day) {
    return Integer.toString(day.getYear());
  }

  /** An instant to the minute, in UTC. */
  String moment(Instant instant) {
    return texts.of(
        "moment",
        day(LocalDate.ofInstant(instant, ZoneOffset.UTC)),
        DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC).format(instant));
  }

  /** A score with its sign; a dash where it is quiet. */
  String score(@Nullable BigDecimal score) {
    return score == null ? "–" : signed(score);
  }

  /** A number with its sign: a true minus, not a hyphen. */
  String signed(BigDecimal number) {
    return number.signum() < 0 ? "−" + number.negate().toPlainString() : "+" + number;
  }
}
