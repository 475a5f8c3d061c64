package io.standstill.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path directory;

  @Test
  void appendsToWhatIsThere() throws IOException {
    Path file = directory.resolve("f");
    Files.writeString(file, "old\n");

    write(file, "new\n");

    assertEquals("old\nnew\n", Files.readString(file));
  }

  @Test
  void endsALineThatWasLeftUnfinished() throws IOException {
    Path file = directory.resolve("f");
    Files.writeString(file, "{\"v\":1,\"ti");

    write(file, "new\n");

    assertEquals("{\"v\":1,\"ti\nnew\n", Files.readString(file));
  }

  @Test
  void namesTheNearestExistingDirectory() {
    assertEquals(
        "standstill: cannot write findings="
            + directory
            + "/no/such/f.json: the directory "
            + directory
            + "/no/such does not exist (nearest existing: "
            + directory
            + ")",
        messageOf(directory.resolve("no/such/f.json")));
  }

  @Test
  void saysWhatIsInTheWay() throws IOException {
    Path file = Files.writeString(directory.resolve("f"), "");

    assertEquals(
        "standstill: cannot write findings=" + directory + ": it is a directory",
        messageOf(directory));
    assertEquals(
        "standstill: cannot write findings=" + file + "/g: " + file + " is not a directory",
        messageOf(file.resolve("g")));
  }

  private static void write(Path file, String text) throws IOException {
    try (FileOutputStream out = OutputFile.open(Option.FINDINGS, file)) {
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static String messageOf(Path file) {
    return assertThrows(OptionException.class, () -> OutputFile.open(Option.FINDINGS, file))
        .getMessage();
  }
}
