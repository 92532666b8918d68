package dev.tidings.command;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.intake.NameTable;
import dev.tidings.publish.Account;
import dev.tidings.publish.PublishFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description =
          "A table of names, asked before ours: name, party, sector, from, until; tab separated.")
  private @Nullable Path names;

  @Option(
      names = "--unknown",
      paramLabel = "FILE",
      description = "Lists the names there that no table knows: a draft for --names.")
  private @Nullable Path unknown;

  private NameTable table = NameTable.EMPTY;

  /** The inputs that were named, in their order; the table of names is read and looked through. */
  public List<Input> of(Terminal terminal) {
    List<Input> read = files.stream().map(file -> input(file, terminal)).toList();
    table = table();
    beginUnknown(read);
    return read;
  }

  /** Asks to publish these as the options say. */
  public PublishFiles.Request request(
      List<Input> read, Map<String, Object> client, Terminal terminal) {
    return new PublishFiles.Request(
        read,
        client,
        strict,
        refused,
        table,
        terminal.clock(),
        terminal.err(),
        terminal.interactive());
  }

  /** Says what has become of the lines, and which names are known to no table. */
  public void tell(Account account, PublishFiles published, Terminal terminal) throws IOException {
    terminal.err().print(account.inWords());
    terminal.err().print(published.unknownNames().inWords());
    if (unknown != null) {
      published.unknownNames().write(unknown);
      terminal.err().println("All of them: " + unknown);
    } else if (!published.unknownNames().isEmpty()) {
      terminal.err().println("All of them: --unknown FILE. To make names known: --names FILE.");
    }
  }

  private NameTable table() {
    if (names == null) {
      return NameTable.EMPTY;
    }
    try {
      return NameTable.read(names);
    } catch (IOException e) {
      throw wrong(e.getMessage(), e);
    }
  }

  /** Before anything is published: not after an hour does it turn out that it cannot be written. */
  private void beginUnknown(List<Input> read) {
    refuseOneFileForTwo();
    if (unknown == null) {
      return;
    }
    try {
      for (Input input : read) {
        if (input.isFile(unknown)) {
          throw wrong(unknown + " is an input; expected another file for unknown names", null);
        }
      }
      Files.write(unknown, new byte[0]);
    } catch (IOException e) {
      throw wrong(unknown + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void refuseOneFileForTwo() {
    Set<Path> different = new HashSet<>();
    for (Path file : Stream.of(names, unknown, refused).filter(Objects::nonNull).toList()) {
      if (!different.add(file.toAbsolutePath().normalize())) {
        throw wrong(
            file + " is named twice; expected a file each for --names, --unknown and --refused",
            null);
      }
    }
  }

  private ParameterException wrong(@Nullable String message, @Nullable Exception cause) {
    return new ParameterException(command.commandLine(), message, cause);
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
