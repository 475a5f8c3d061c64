package io.standstill;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the engine and its libraries from the {@code engine/} folder of the agent jar. Its parent
 * is the platform class loader: it sees nothing of the application, and the application sees
 * nothing of it. Nothing is unpacked to disk.
 */
final class EngineLoader extends ClassLoader {
  private static final String FOLDER = "engine/";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;

  private EngineLoader(JarFile jar) {
    super("standstill", getPlatformClassLoader());
    this.jar = jar;
  }

  /** A loader for the jar that this very class came from. */
  static EngineLoader ofThisJar() throws IOException {
    return new EngineLoader(new JarFile(jarFile(), false));
  }

  /** The agent jar. */
  static File jarFile() throws IOException {
    URL location = EngineLoader.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return new File(location.toURI());
    } catch (URISyntaxException notAFile) {
      throw new IOException("the agent was not loaded from a file but from " + location, notAFile);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = read(name.replace('.', '/') + ".classdata");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length, EngineLoader.class.getProtectionDomain());
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] bytes = read(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  @Override
  protected URL findResource(String name) {
    try {
      return jar.getEntry(FOLDER + name) == null
          ? null
          : URI.create("jar:" + new File(jar.getName()).toURI() + "!/" + FOLDER + name).toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] read(String name) {
    JarEntry entry = jar.getJarEntry(FOLDER + name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read " + name + " from " + jar.getName(), unreadable);
    }
  }
}
