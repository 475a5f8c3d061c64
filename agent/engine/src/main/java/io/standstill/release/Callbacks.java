package io.standstill.release;

import io.standstill.jvm.Captured;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * The latches and futures that would open once a task calls back whoever waits for its result.
 * Reactive libraries hide that behind chains of observers, whose code cannot be followed; but at
 * the end of the chain there is an object that was made to open the latch: one that is the latch
 * itself, or a lambda or local class that has captured it; or a lambda that completes the future.
 */
public final class Callbacks {
  /** So many objects are looked at, of all tasks together. */
  private static final int MOST_OBJECTS = 50_000;

  /** To walk through the code of a lambda takes longer. */
  private static final int MOST_LAMBDAS = 1_000;

  private static final String CAPTURED = "val$";

  private final Links links = new Links(false);
  private int left = MOST_OBJECTS;
  private int lambdasLeft = MOST_LAMBDAS;

  /** Each latch with the code that would count it down. */
  public List<Released> of(Object task) {
    List<Released> found = new ArrayList<>();
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>();
    open.add(task);
    while (!open.isEmpty() && left > 0) {
      Object next = open.remove();
      if (seen.put(next, true) == null && (next == task || !links.isClosed(next))) {
        left--;
        addCallback(next, found);
        for (Object value : links.of(next)) {
          if (value != null && !seen.containsKey(value)) {
            open.add(value);
          }
        }
      }
    }
    return found;
  }

  private void addCallback(Object object, List<Released> found) {
    Class<?> type = object.getClass();
    if (Captured.isLambda(type)) {
      if (lambdasLeft-- > 0 && !Captured.by(object).isEmpty()) {
        addCalled(object, found);
      }
    } else if (type.getClassLoader() != null && object instanceof CountDownLatch) {
      if (opensItself(type)) {
        found.add(countedDown(object, type.getName() + ".countDown"));
      }
    } else if (type.getClassLoader() != null) {
      addCaptured(object, type, found);
    }
  }

  private static void addCalled(Object lambda, List<Released> found) {
    ReleaseWalk walk = new ReleaseWalk(Position.START);
    walk.call(lambda);
    for (Released released : walk.found()) {
      if (released.sure()
          && (released.object() instanceof CountDownLatch
              || released.object() instanceof CompletableFuture)) {
        found.add(released);
      }
    }
  }

  private static Released countedDown(Object latch, String place) {
    return new Released(Release.Kind.COUNT_DOWN, latch, Prospect.AHEAD, true, place);
  }

  /** True for a class that is told of something, and counts itself down then. */
  private static boolean opensItself(Class<?> latch) {
    boolean told = false;
    boolean counts = false;
    for (Class<?> c = latch; c.getClassLoader() != null; c = c.getSuperclass()) {
      told |= c.getInterfaces().length > 0;
      for (ConstantPools.Member member : ConstantPools.members(c)) {
        counts |= member.name().equals("countDown") && member.descriptor().equals("()V");
      }
    }
    return told && counts;
  }

  /** An object of a local class, which keeps what it has captured in fields of such names. */
  private static void addCaptured(Object object, Class<?> type, List<Released> found) {
    ClassReleases noted = ReleaseSites.of(type.getClassLoader(), type.getName());
    if (noted == null) {
      return;
    }
    for (MethodReleases method : noted.methods().values()) {
      Body body = new Body(type, method.name(), method.descriptor(), new Object[] {object});
      for (Release release : method.releases()) {
        AccessPath path = release.target();
        if (release.kind() == Release.Kind.COUNT_DOWN
            && path != null
            && path.parameter() == 0
            && path.fields().size() == 1
            && path.fields().get(0).name().startsWith(CAPTURED)
            && body.resolve(path, Position.ABSENT) instanceof CountDownLatch latch) {
          found.add(countedDown(latch, noted.place(method.name(), release.span().line())));
        }
      }
    }
  }
}
