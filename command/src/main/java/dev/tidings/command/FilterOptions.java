package dev.tidings.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The feed's filters as options. The feed itself says what is wrong with a value. */
final class FilterOptions {

  @Option(names = "--party", paramLabel = "CODE", split = ",", description = "Such as PAK.")
  private List<String> party = List.of();

  @Option(names = "--pair", paramLabel = "PAIR", split = ",", description = "Such as IRN-PAK.")
  private List<String> pair = List.of();

  @Option(names = "--kind", paramLabel = "KIND", split = ",", description = "Such as visit.")
  private List<String> kind = List.of();

  @Option(names = "--reason", paramLabel = "REASON", split = ",", description = "Such as kill.")
  private List<String> reason = List.of();

  @Option(
      names = "--standing",
      paramLabel = "STANDING",
      split = ",",
      description = "confirmed, reported or claimed.")
  private List<String> standing = List.of();

  @Option(
      names = "--sector",
      paramLabel = "SECTOR",
      split = ",",
      description = {
        "state: both sides acted for their state.",
        "A code such as COP: either side acted as that, here as police."
      })
  private List<String> sector = List.of();

  @Option(
      names = "--min-urgency",
      paramLabel = "1-9",
      description = "As urgent as this at least; 1 is a flash.")
  private @Nullable Integer minUrgency;

  @Option(
      names = "--concerning",
      paramLabel = "CODE",
      split = ",",
      description = "A party that it is about besides the two.")
  private List<String> concerning = List.of();

  @Option(
      names = "--no-background",
      description =
          "Nothing that was long past when published, and nothing that software alone reports.")
  private boolean noBackground;

  @Option(
      names = "--mute",
      paramLabel = "WHAT",
      split = ",",
      description = "Nothing of a kind, of a pair, of a sector, or among these parties alone.")
  private List<String> mute = List.of();

  /** As parameters of a request. */
  Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new TreeMap<>();
    parameters.put("party", party);
    parameters.put("pair", pair);
    parameters.put("kind", kind);
    parameters.put("reason", reason);
    parameters.put("standing", standing);
    parameters.put("sector", sector);
    parameters.put("minUrgency", minUrgency == null ? List.of() : List.of(minUrgency.toString()));
    parameters.put("concerning", concerning);
    parameters.put("background", noBackground ? List.of("false") : List.of());
    parameters.put("mute", mute);
    return parameters;
  }
}
