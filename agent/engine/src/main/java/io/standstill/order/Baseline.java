package io.standstill.order;

import io.standstill.options.Option;
import io.standstill.options.OptionException;
import io.standstill.options.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The risks that are known already, one {@link Signature} a line; {@code #} begins a comment. And
 * the file that gets those which are new. Thread-safe.
 */
public final class Baseline {
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> matched = new LinkedHashSet<>();
  private final Set<String> written = new LinkedHashSet<>();
  private final OutputStream out;

  private Baseline(OutputStream out) {
    this.out = out;
  }

  /**
   * Reads one file and opens the other.
   *
   * @param from what is known, or null
   * @param to what gets the rest, or null; may be the same file, and is only ever appended to
   * @throws OptionException if a file cannot be read or written, or has a line that says nothing
   */
  public static Baseline open(Path from, Path to) {
    Set<String> known = from == null ? Set.of() : read(Option.BASELINE, from);
    Set<String> written =
        to != null && Files.isRegularFile(to) ? read(Option.BASELINE_WRITE, to) : Set.of();
    Baseline baseline =
        new Baseline(to == null ? null : OutputFile.open(Option.BASELINE_WRITE, to));
    baseline.known.addAll(known);
    baseline.written.addAll(written);
    return baseline;
  }

  private static Set<String> read(Option<Path> option, Path file) {
    Set<String> risks = new LinkedHashSet<>();
    int number = 0;
    for (String line : lines(option, file)) {
      number++;
      int hash = line.indexOf('#');
      String text = (hash < 0 ? line : line.substring(0, hash)).strip();
      if (!text.isEmpty()) {
        String risk = Signature.parse(text);
        if (risk == null) {
          throw new OptionException(
              "cannot read "
                  + option.key()
                  + "="
                  + file
                  + ": line "
                  + number
                  + " is not of the form lock@place > lock@place; lock@place > lock@place");
        }
        risks.add(risk);
      }
    }
    return risks;
  }

  private static List<String> lines(Option<Path> option, Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException notText) {
      throw new OptionException(
          "cannot read " + option.key() + "=" + file + ": it is not UTF-8 text");
    } catch (IOException unreadable) {
      throw new OptionException(
          "cannot read "
              + option.key()
              + "="
              + file
              + ": "
              + OutputFile.whyUnreadable(file, unreadable));
    }
  }

  /** True if this risk is known, in either way of writing; remembers that it was seen. */
  synchronized boolean knows(Signature risk) {
    boolean knows = false;
    for (String entry : List.of(risk.line(), risk.brief())) {
      if (known.contains(entry)) {
        matched.add(entry);
        knows = true;
      }
    }
    return knows;
  }

  /** Writes a risk that is new, once. Does nothing without a file. */
  synchronized void note(Signature risk) throws IOException {
    if (out != null && !written.contains(risk.brief()) && written.add(risk.line())) {
      out.write((risk.line() + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  /** How many known risks were seen. */
  public synchronized int matched() {
    return matched.size();
  }

  /** Those of the known risks that nothing matched so far. */
  public synchronized List<String> stale() {
    List<String> stale = new ArrayList<>(known);
    stale.removeAll(matched);
    return stale;
  }
}
