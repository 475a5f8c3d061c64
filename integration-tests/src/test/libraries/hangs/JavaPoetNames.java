package hangs;

import java.io.IOException;
import java.io.InputStream;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * JavaPoet 1.13.0: {@code TypeName} is the super class of {@code ClassName}, and makes some when it
 * is initialised (square/javapoet#799).
 */
public final class JavaPoetNames {
  private static final String LIBRARY = "com.squareup.javapoet.";
  private static final Meeting superHasBegun = new Meeting(2);
  private static final Meeting subWaits = new Meeting(2);

  public static void main(String[] args) throws Exception {
    ClassLoader loader = new HeldBackLoader(JavaPoetNames.class.getClassLoader());
    Thread type = Stage.start("type", () -> Class.forName(LIBRARY + "TypeName", true, loader));
    superHasBegun.meet();
    Thread name = Stage.start("name", () -> Class.forName(LIBRARY + "ClassName", true, loader));
    Stage.awaitRest(name);
    subWaits.meet();
    Stage.stuck(type, name);
  }

  /** Lets the initialiser of the super class begin, but not get to its subclass. */
  private static final class HeldBackLoader extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    HeldBackLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(LIBRARY)) {
        return super.loadClass(name, resolve);
      }
      if (name.equals(LIBRARY + "Util")) {
        superHasBegun.meet();
        subWaits.meet();
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
