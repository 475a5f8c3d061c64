package io.standstill.report;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The version that is written in the agent jar, the one place where it stands. */
public final class JarVersion {
  private JarVersion() {}

  /** The version of this jar, or {@code unknown}. */
  public static String of(File jar) {
    try (JarFile file = new JarFile(jar, false)) {
      Manifest manifest = file.getManifest();
      String version =
          manifest == null ? null : manifest.getMainAttributes().getValue("Implementation-Version");
      return version == null ? "unknown" : version;
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
