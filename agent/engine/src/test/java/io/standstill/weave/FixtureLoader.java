package io.standstill.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Defines woven copies of test classes; everything else comes from the class path. */
final class FixtureLoader extends ClassLoader {
  /** So that every call is woven that may take a lock. */
  static final CallOwners NOTHING_LOADED = new CallOwners(loader -> new Class<?>[0]);

  private final String prefix;

  /**
   * @param fixture the class to be woven, along with its nested classes
   */
  FixtureLoader(Class<?> fixture) {
    this(fixture.getName());
  }

  FixtureLoader(String prefix) {
    super(FixtureLoader.class.getClassLoader());
    this.prefix = prefix;
  }

  /** Defines a class from these very bytes. */
  Class<?> define(String name, byte[] classFile) {
    return defineClass(name, classFile, 0, classFile.length);
  }

  /** Instantiates the woven copy of a fixture that implements a type of the class path. */
  static <T> T woven(Class<? extends T> fixture, Class<T> type) {
    try {
      Class<?> copy = new FixtureLoader(fixture).loadClass(fixture.getName());
      var constructor = copy.getDeclaredConstructor();
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException broken) {
      throw new AssertionError(broken);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(prefix) && !name.startsWith(prefix + "$")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name, wovenOrSame(name));
    }
  }

  private byte[] wovenOrSame(String name) {
    byte[] classFile = bytesOf(name);
    Coverage coverage = new Coverage();
    byte[] woven = ClassWeaver.weave(this, name, classFile, NOTHING_LOADED, coverage);
    if (!coverage.skipped().isEmpty()) {
      throw new AssertionError(coverage.line());
    }
    return woven != null ? woven : classFile;
  }

  static byte[] bytesOf(Class<?> type) {
    return bytesOf(type.getName());
  }

  static byte[] bytesOf(String name) {
    String file = name.replace('.', '/') + ".class";
    try (InputStream in = FixtureLoader.class.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
