package io.standstill.weave.jdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class JdkWeavingTest {

  /** Whoever asks is in the middle of loading a class, which must not be needed for the answer. */
  @Test
  void loadsNothingToDecideOnAClass() throws Exception {
    URL classes = JdkWeaving.class.getProtectionDomain().getCodeSource().getLocation();
    try (Anew anew = new Anew(classes)) {
      BiConsumer<String, String> skipped = (reason, name) -> {};
      BiFunction<String, byte[], byte[]> monitors = (name, classFile) -> null;
      ClassFileTransformer weaving =
          (ClassFileTransformer)
              anew.loadClass(JdkWeaving.class.getName())
                  .getConstructor(Instrumentation.class, BiConsumer.class, BiFunction.class)
                  .newInstance(null, skipped, monitors);
      assertFalse(anew.loaded.isEmpty());
      anew.loaded.clear();

      for (String name :
          List.of("java/util/concurrent/ThreadLocalRandom", "java/util/Vector$Itr", "java/x/Y")) {
        assertNull(weaving.transform(null, null, name, null, null, new byte[0]), name);
      }

      assertEquals(List.of(), anew.loaded);
    }
  }

  /** Defines the classes of the weaver once more, and notes which. */
  private static final class Anew extends URLClassLoader {
    final List<String> loaded = new ArrayList<>();

    Anew(URL classes) {
      super(new URL[] {classes}, JdkWeavingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith(JdkWeaving.class.getPackageName()) || findLoadedClass(name) != null) {
          return super.loadClass(name, resolve);
        }
        loaded.add(name);
        return findClass(name);
      }
    }
  }
}
