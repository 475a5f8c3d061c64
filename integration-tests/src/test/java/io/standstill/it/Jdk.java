package io.standstill.it;

import java.nio.file.Path;

/**
 * A JDK to run programs on.
 *
 * @param feature its feature version: 17, 25, …
 * @param home its directory, or null if it was not found
 */
public record Jdk(int feature, Path home) {

  public boolean found() {
    return home != null;
  }

  /** One of its commands, such as {@code java}. */
  public String command(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
