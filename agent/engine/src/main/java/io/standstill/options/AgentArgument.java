package io.standstill.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text behind {@code -javaagent:standstill.jar=} or {@code attach <pid>}: pairs {@code
 * key=value} separated by commas, and {@code @file} for the pairs of a file. Pairs written in the
 * argument itself win over those of files, later ones over earlier ones.
 */
final class AgentArgument {
  private final Path directory;
  private final Map<Option<?>, Setting> own = new LinkedHashMap<>();
  private final Map<Option<?>, Setting> fromFiles = new LinkedHashMap<>();

  private AgentArgument(Path directory) {
    this.directory = directory;
  }

  /** The settings in this argument, null meaning none; file names are relative to a directory. */
  static Map<Option<?>, Setting> parse(String argument, Path directory) {
    AgentArgument parsed = new AgentArgument(directory);
    if (argument != null) {
      for (String piece : argument.split(",")) {
        parsed.add(piece.strip());
      }
    }
    Map<Option<?>, Setting> all = new LinkedHashMap<>(parsed.fromFiles);
    all.putAll(parsed.own);
    return all;
  }

  private void add(String piece) {
    if (piece.startsWith("@")) {
      addFile(piece.substring(1));
    } else if (!piece.isEmpty()) {
      addPair(piece, "", own);
    }
  }

  private void addFile(String name) {
    if (name.isEmpty()) {
      throw new OptionException("@ needs the name of an option file, as in @standstill.options");
    }
    String source = " (option file " + name + ")";
    for (String line : linesOf(name)) {
      for (String piece : withoutComment(line).split(",")) {
        String pair = piece.strip();
        if (pair.startsWith("@")) {
          throw new OptionException(
              "option file "
                  + name
                  + " names another one, "
                  + pair
                  + "; name both in the argument");
        }
        if (!pair.isEmpty()) {
          addPair(pair, source, fromFiles);
        }
      }
    }
  }

  private Iterable<String> linesOf(String name) {
    Path file = FileType.resolve("@" + name, name, directory);
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException missing) {
      throw new OptionException(
          "cannot read option file " + name + ": " + OutputFile.missing(file));
    } catch (MalformedInputException notText) {
      throw new OptionException("cannot read option file " + name + ": it is not UTF-8 text");
    } catch (IOException | UncheckedIOException unreadable) {
      throw new OptionException(
          "cannot read option file " + name + ": " + OutputFile.reason(file, unreadable));
    }
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    return hash < 0 ? line : line.substring(0, hash);
  }

  private static void addPair(String pair, String source, Map<Option<?>, Setting> settings) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      throw OptionSources.notAPair(pair, source);
    }
    String key = pair.substring(0, equals).strip();
    OptionSources.add(key, pair.substring(equals + 1), source, settings);
  }
}
