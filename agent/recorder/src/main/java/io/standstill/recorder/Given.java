package io.standstill.recorder;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.vm.annotation.DontInline;

/**
 * What a thread has given to others who may wait for it: the monitors and conditions that it has
 * signalled, the queues that it has put something into; and the classes of such objects, since many
 * are used but once. The last few, held weakly. Only the owner of the journal writes it, with plain
 * stores; it is read racily.
 */
public final class Given {
  private static final int MOST_OBJECTS = 8;
  private static final int MOST_CLASSES = 8;

  /** The thread may be gone when it is asked for its name. */
  private final String threadName = Thread.currentThread().getName();

  private final Reference[] objects = new Reference[MOST_OBJECTS];
  private final Reference[] classes = new Reference[MOST_CLASSES];
  private int nextObject;
  private int nextClass;
  private boolean moreObjects;
  private boolean moreClasses;

  private static final class Reference extends WeakReference<Object> {
    Reference(Object target) {
      super(target);
    }
  }

  /** The owner gives to this object, as it does most of the time. */
  void note(Object receiver) {
    Reference first = objects[0];
    if (first == null || !first.refersTo(receiver)) {
      search(receiver);
    }
  }

  @DontInline
  private void search(Object receiver) {
    if (isIn(objects, receiver)) {
      return;
    }
    try {
      moreObjects |= objects[nextObject] != null;
      objects[nextObject] = new Reference(receiver);
      nextObject = (nextObject + 1) % MOST_OBJECTS;
      Class<?> type = receiver.getClass();
      if (!isIn(classes, type)) {
        moreClasses |= classes[nextClass] != null;
        classes[nextClass] = new Reference(type);
        nextClass = (nextClass + 1) % MOST_CLASSES;
      }
    } catch (OutOfMemoryError full) {
      moreObjects = true;
      moreClasses = true;
    }
  }

  private static boolean isIn(Reference[] known, Object target) {
    for (Reference reference : known) {
      if (reference != null && reference.refersTo(target)) {
        return true;
      }
    }
    return false;
  }

  /** The name that the thread had when it first gave anything. */
  public String threadName() {
    return threadName;
  }

  /** True if it gave to this very object, and that is remembered. */
  public boolean isTo(Object receiver) {
    return isIn(objects, receiver);
  }

  /** True if it gave to an object of this class, and that is remembered. */
  public boolean isToClass(Class<?> type) {
    return isIn(classes, type);
  }

  /** True if it may have given to this object, which it need not remember. */
  public boolean mayBeTo(Object receiver) {
    return isTo(receiver) || moreObjects && (moreClasses || isToClass(receiver.getClass()));
  }

  /** The objects that are remembered and still exist. */
  public List<Object> objects() {
    return present(objects);
  }

  /** The classes that are remembered and still exist. */
  public List<Object> classes() {
    return present(classes);
  }

  private static List<Object> present(Reference[] known) {
    List<Object> present = new ArrayList<>();
    for (Reference reference : known) {
      Object target = reference == null ? null : reference.get();
      if (target != null) {
        present.add(target);
      }
    }
    return present;
  }
}
