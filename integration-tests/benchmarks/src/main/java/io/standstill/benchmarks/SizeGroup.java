package io.standstill.benchmarks;

import io.standstill.benchmarks.size.ClassSizes;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bytes that the agent adds to classes, whatever the number of rounds: it is no chance. */
final class SizeGroup implements Group {
  @Override
  public void run(Jvm jvm, int rounds, PrintStream table) throws Exception {
    table.println("| classes of | loaded | woven | added per woven class, bytes | added in all |");
    table.println("|---|---:|---:|---:|---:|");
    Path here = Benchmarks.jar();
    try (Stream<Path> jars = Files.list(here.resolveSibling("lib"))) {
      String[] libraries =
          jars.map(Path::toString)
              .filter(name -> name.matches(".*(h2|jetty-).*"))
              .sorted()
              .toArray(String[]::new);
      Process process = jvm.start(true, List.of("-javaagent:" + here), ClassSizes.class, libraries);
      Jvm.output(process).forEach(table::println);
    }
  }
}
