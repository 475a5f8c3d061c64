package io.standstill.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file; null if there is none. */
final class FileType implements OptionType<Path> {
  private final String wordForNone;

  /**
   * @param wordForNone what the user may write instead of a name; null if there is no such word
   */
  FileType(String wordForNone) {
    this.wordForNone = wordForNone;
  }

  @Override
  public Path read(Setting setting, Path directory) {
    if (setting.value().equals(wordForNone)) {
      return null;
    }
    if (setting.value().isEmpty()) {
      throw setting.wrong(" needs the name of a file");
    }
    return resolve(setting.said(), setting.value(), directory);
  }

  /** The file of this name, a relative one resolved against a directory. */
  static Path resolve(String said, String name, Path directory) {
    try {
      return directory.resolve(name).normalize();
    } catch (InvalidPathException impossible) {
      throw new OptionException(said + " cannot be a file name: " + impossible.getReason());
    }
  }

  @Override
  public String write(Path file) {
    if (file != null) {
      return file.toString();
    }
    return wordForNone == null ? "no file" : wordForNone;
  }
}
