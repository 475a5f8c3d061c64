package verdicts.deadlock.loaders;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.ClassFiles;
import verdicts.Stage;
import verdicts.Verdict;

/** Code whose class loader asks nobody but the boot loader, and only for java.*, as OSGi does. */
@Verdict(
    threads = {"bundle-1", "bundle-2"},
    lockNames = {"Bundle.left"})
public final class IsolatedBundle {
  /** Runs inside; uses nothing but the JDK. */
  public static final class Bundle implements Runnable {
    private static final Object left = new Object();
    private static final ReentrantLock right = new ReentrantLock();
    private static final CountDownLatch both = new CountDownLatch(2);

    private static void await() {
      both.countDown();
      try {
        both.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    @Override
    public void run() {
      if (Thread.currentThread().getName().endsWith("1")) {
        synchronized (left) { // holds
          await();
          right.lock(); // waits
        }
      } else {
        right.lock(); // holds
        await();
        synchronized (left) { // waits
          right.unlock();
        }
      }
    }
  }

  /** Delegates java.* to the boot loader, and nothing else to anyone. */
  static final class BundleLoader extends ClassLoader {
    BundleLoader() {
      super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known != null ? known : findClass(name);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.equals(Bundle.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = ClassFiles.read(Bundle.class);
      return defineClass(name, code, 0, code.length);
    }
  }

  public static void main(String[] args) throws Exception {
    Class<?> inside = new BundleLoader().loadClass(Bundle.class.getName());
    Runnable bundle = (Runnable) inside.getConstructor().newInstance();
    Stage.stuck(Stage.start("bundle-1", bundle::run), Stage.start("bundle-2", bundle::run));
  }
}
