package io.standstill.options;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens the files that options name. They are opened at the start, so that a wrong name is found
 * then and not with the first deadlock at night, and appended to, so that a restart loses nothing.
 */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Opens a file for appending; a last line that an earlier JVM left unfinished is ended first.
   *
   * <p>Not through {@code Files}: its streams close themselves when their thread is interrupted.
   *
   * @param option the option that names the file
   * @throws OptionException if it cannot be written; the message says why
   */
  public static FileOutputStream open(Option<Path> option, Path path) {
    try {
      boolean unfinished = endsInsideLine(path);
      FileOutputStream out = new FileOutputStream(path.toFile(), true);
      if (unfinished) {
        out.write('\n');
      }
      return out;
    } catch (IOException unwritable) {
      throw new OptionException(
          "cannot write " + option.key() + "=" + path + ": " + reason(path, unwritable));
    }
  }

  private static boolean endsInsideLine(Path path) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      return false;
    }
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      if (file.length() == 0) {
        return false;
      }
      file.seek(file.length() - 1);
      return file.read() != '\n';
    } catch (IOException unreadable) {
      return false; // Appending may still work.
    }
  }

  /** Why this file cannot be read. */
  public static String whyUnreadable(Path path, Exception failure) {
    return Files.exists(path) ? reason(path, failure) : missing(path);
  }

  /** Why this file cannot be opened, as far as a look at the file system tells. */
  static String reason(Path path, Exception failure) {
    Path parent = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      return "it is a directory";
    }
    if (parent != null && !Files.isDirectory(parent)) {
      return missing(path);
    }
    if (Files.exists(path)) {
      return "this process may not: " + detail(path, failure);
    }
    if (parent != null && !Files.isWritable(parent)) {
      return "the directory " + parent + " is not writable for this process";
    }
    return detail(path, failure);
  }

  /** That this file does not exist, and how far its path does. */
  static String missing(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null || Files.isDirectory(parent)) {
      return "the file " + path + " does not exist";
    }
    if (Files.exists(parent)) {
      return parent + " is not a directory";
    }
    Path existing = parent;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return "the directory " + parent + " does not exist (nearest existing: " + existing + ")";
  }

  /** The system's own words, without the path that they begin with. */
  private static String detail(Path path, Exception failure) {
    String words = String.valueOf(failure.getMessage()).replace(path.toString(), "").strip();
    boolean bracketed = words.startsWith("(") && words.endsWith(")");
    String bare = bracketed ? words.substring(1, words.length() - 1) : words;
    return bare.isEmpty() ? failure.getClass().getSimpleName() : bare;
  }
}
