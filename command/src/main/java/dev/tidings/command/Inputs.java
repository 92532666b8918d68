package dev.tidings.command;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.publish.PublishFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that say what is read: files, their format, and what becomes of refused lines. */
public final class Inputs {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "What to read, plain or gzip; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description =
          "jsonl, csv, quads, icews or gdelt. Default: what the file's name tells; jsonl of standard"
              + " input.")
  private @Nullable Format format;

  @Option(names = "--strict", description = "Publishes nothing unless every line is good.")
  private boolean strict;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description = "Keeps the refused lines there, as they came.")
  private @Nullable Path refused;

  /** The inputs that were named, in their order. */
  public List<Input> of(Terminal terminal) {
    return files.stream().map(file -> input(file, terminal)).toList();
  }

  /** Asks to publish these as the options say. */
  public PublishFiles.Request request(
      List<Input> read, Map<String, Object> client, Terminal terminal) {
    return new PublishFiles.Request(
        read, client, strict, refused, terminal.clock(), terminal.err(), terminal.interactive());
  }

  private Input input(String file, Terminal terminal) {
    if (file.equals("-")) {
      return Input.stream("-", format == null ? Format.JSONL : format, terminal.in());
    }
    Format known = format == null ? Format.guess(file).orElse(null) : format;
    if (known == null) {
      throw new ParameterException(
          command.commandLine(),
          String.format(
              Locale.ROOT,
              "%s: its name does not tell its format; expected --format and one of %s",
              file,
              Format.words()));
    }
    return Input.file(Path.of(file), known);
  }

  /** Says which formats there are, rather than that an enum has no such constant. */
  static final class FormatConverter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      try {
        return Format.parse(word);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
