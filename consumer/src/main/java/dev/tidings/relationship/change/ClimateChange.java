package dev.tidings.relationship.change;

import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.WireWord;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of the climate from one summary to a later one, in words. */
record ClimateChange(Summary before, Summary after) {

  /** Such as {@code From 1 May 2025 to 1 June 2025 relations cooled from mixed (0.50) to …}. */
  Optional<Sentence> text() {
    Climate was = before.climate();
    Climate is = after.climate();
    if (was.isQuiet() && is.isQuiet()) {
      return was.updates() == is.updates() && Objects.equals(was.quietSince(), is.quietSince())
          ? Optional.empty()
          : Optional.of(new Sentence(tooLittle(was, is), weighing()));
    }
    if (score(was).equals(score(is)) && was.trend() == is.trend()) {
      return Optional.empty();
    }
    String when =
        before.asOf().equals(after.asOf())
            ? "Relations "
            : String.format(
                Locale.ROOT,
                "From %s to %s relations ",
                inWords(before.asOf()),
                inWords(after.asOf()));
    return Optional.of(new Sentence(when + course(was, is) + ".", weighing()));
  }

  private static String tooLittle(Climate was, Climate is) {
    return String.format(
        Locale.ROOT,
        "Too little is known to judge relations by: %d update%s of the last two years, before %d.",
        is.updates(),
        is.updates() == 1 ? "" : "s",
        was.updates());
  }

  /** What is listed that two states did. */
  private List<String> weighing() {
    List<CountedUpdate> recent = after.recent().isEmpty() ? before.recent() : after.recent();
    return recent.stream().filter(CountedUpdate::isBetweenStates).map(CountedUpdate::uri).toList();
  }

  private static String course(Climate was, Climate is) {
    if (was.score() == null || is.score() == null) {
      return String.format(Locale.ROOT, "went from %s to %s", temper(was), temper(is));
    }
    int turned = is.score().compareTo(was.score());
    if (turned == 0) {
      return String.format(Locale.ROOT, "stayed %s, %s", temper(is), trends(was, is));
    }
    // With time alone, what happened weighs less: that is neither warming nor cooling.
    String verb = was.updates() == is.updates() ? "went" : turned > 0 ? "warmed" : "cooled";
    String why = was.updates() == is.updates() ? ", as what happened grew older" : "";
    return was.temperature() == is.temperature()
        ? String.format(
            Locale.ROOT,
            "%s from %s to %s and stayed %s%s",
            verb,
            score(was),
            score(is),
            word(is),
            why)
        : String.format(Locale.ROOT, "%s from %s to %s%s", verb, temper(was), temper(is), why);
  }

  private static String trends(Climate was, Climate is) {
    if (was.trend() == null) {
      return "now " + word(is.trend());
    }
    return is.trend() == null
        ? "no longer " + word(was.trend())
        : String.format(Locale.ROOT, "no longer %s but %s", word(was.trend()), word(is.trend()));
  }

  private static String temper(Climate climate) {
    return climate.isQuiet()
        ? "quiet"
        : String.format(Locale.ROOT, "%s (%s)", word(climate), score(climate));
  }

  private static String word(Climate climate) {
    return word(climate.temperature());
  }

  private static String word(@Nullable WireWord word) {
    return word == null ? "" : word.word();
  }

  private static String score(Climate climate) {
    return String.valueOf(climate.score()).replace('-', '−');
  }

  private static String inWords(LocalDate day) {
    return EdtfDate.of(day).inWords();
  }
}
