package verdicts.clean.loaders;

import java.lang.ref.WeakReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import verdicts.ClassFiles;
import verdicts.Clean;
import verdicts.Stage;

/** Classes that lock are loaded by throwaway loaders; they and their loaders must go away. */
@Clean
public final class Unloading {
  /** Locks in every way, in a thread of its own. */
  public static final class Plugin implements Runnable {
    private static final Object monitor = new Object();
    private static final ReentrantLock lock = new ReentrantLock();
    private static final StampedLock stamped = new StampedLock();

    @Override
    public synchronized void run() {
      synchronized (monitor) {
        lock.lock();
        long stamp = stamped.writeLock();
        stamped.unlockWrite(stamp);
        lock.unlock();
      }
    }
  }

  /** Defines the plugin. */
  static final class PluginLoader extends ClassLoader {
    Class<?> plugin() {
      byte[] code = ClassFiles.read(Plugin.class);
      return defineClass(Plugin.class.getName(), code, 0, code.length);
    }
  }

  private static WeakReference<ClassLoader> use() throws Exception {
    PluginLoader loader = new PluginLoader();
    Runnable plugin = (Runnable) loader.plugin().getConstructor().newInstance();
    plugin.run();
    Thread thread = Stage.start("plugin", plugin::run);
    synchronized (plugin) {
      Stage.sleep(1_100);
    }
    thread.join();
    return new WeakReference<>(loader);
  }

  public static void main(String[] args) throws Exception {
    WeakReference<ClassLoader> loader = use();
    for (int i = 0; i < 1_000 && loader.get() != null; i++) {
      System.gc();
      Stage.sleep(50);
    }
    System.out.println(loader.get() == null ? "unloaded" : "leaked");
  }
}
