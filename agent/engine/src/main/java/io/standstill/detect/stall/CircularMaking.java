package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.evidence.Signallers;
import io.standstill.detect.waits.Behind;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Frames;
import io.standstill.jvm.ThreadSet;
import io.standstill.release.Released;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;

/**
 * Threads that wait for values which they are themselves in the middle of making. Whoever comes
 * first makes a value, and all others wait for him in the same method; so are lazy values and
 * memoizers. If one who waits there has yet to end an earlier call of that method, or several have
 * of each other's, the values need themselves. Which value a call is for is not known: it is a
 * guess, and made only where nothing else goes on that could prove it wrong, and where no other
 * code is there that could end such a wait. For then whoever ends it is in those methods, as they
 * are.
 */
final class CircularMaking {
  private static final String BY_ITSELF =
      "it has yet to end an earlier call of the very method in which it waits, which would do so,"
          + " and no other thread is seen that would";

  private static final String BY_EACH_OTHER =
      "they have yet to end earlier calls of the very methods in which they wait, which would do"
          + " so, and no other thread is seen that would";

  /** Of more there is no telling in a moment who makes what for whom. */
  private static final int MOST_MAKERS = 50;

  private final Evidence evidence;
  private final Outlook outlook;
  private final Bystanders bystanders;

  /** What lies ahead of threads, asked once. */
  private final Map<Thread, List<Released>> ahead = new IdentityHashMap<>();

  /**
   * @param method where it waits, as the places of releases begin
   * @param earlier the methods further out on its stack
   */
  private record Maker(GateWaits.Waiting waiting, String method, Set<String> earlier) {}

  CircularMaking(Evidence evidence, Bystanders bystanders) {
    this.evidence = evidence;
    this.outlook = evidence.outlook();
    this.bystanders = bystanders;
  }

  /**
   * One stall of all of them; null if there is none.
   *
   * @param patient waits that have lasted too long, by what they are for
   */
  Stall of(Collection<List<GateWaits.Waiting>> patient) {
    List<GateWaits.Waiting> waits =
        patient.stream()
            .flatMap(List::stream)
            .filter(wait -> mayBeForValue(wait.awaited()))
            .toList();
    if (waits.size() > MOST_MAKERS) {
      return null;
    }
    List<Maker> makers = new ArrayList<>(waits.stream().map(this::maker).toList());
    boolean fewer = true;
    while (fewer) {
      Set<String> making = new HashSet<>();
      makers.forEach(maker -> making.addAll(maker.earlier()));
      List<Maker> before = List.copyOf(makers);
      fewer =
          makers.removeIf(maker -> !making.contains(maker.method()) || !isMadeByAny(before, maker));
    }
    List<GateWaits.Waiting> all = makers.stream().map(Maker::waiting).toList();
    return all.isEmpty() || mayEnd(all) || !endOnlyThere(makers)
        ? null
        : new Stall(
            all,
            all.size() == 1 ? BY_ITSELF : BY_EACH_OTHER,
            "Do not let the making of a value need the value itself: break the circle between what"
                + " needs what.",
            Certainty.POSSIBLE);
  }

  /** A {@code FutureTask} is completed by whoever runs it, and not in the middle of a method. */
  private static boolean mayBeForValue(Awaited awaited) {
    return awaited.isKnown()
        && !(awaited.object() instanceof FutureTask)
        && (awaited.type() == WaitType.LATCH || awaited.type() == WaitType.FUTURE);
  }

  private Maker maker(GateWaits.Waiting wait) {
    List<String> methods =
        Arrays.stream(outlook.stackOf(wait.thread()))
            .filter(frame -> !Frames.isJdk(frame))
            .map(frame -> frame.getClassName() + "." + frame.getMethodName() + "(")
            .toList();
    return methods.isEmpty()
        ? new Maker(wait, "", Set.of())
        : new Maker(wait, methods.get(0), new HashSet<>(methods.subList(1, methods.size())));
  }

  /** True if one of these is in the method in which the other one waits, and will do so there. */
  private boolean isMadeByAny(List<Maker> makers, Maker waiter) {
    return makers.stream()
        .filter(maker -> maker.earlier().contains(waiter.method()))
        .anyMatch(maker -> releasesThere(maker.waiting().thread(), waiter));
  }

  private boolean releasesThere(Thread maker, Maker waiter) {
    Awaited awaited = waiter.waiting().awaited();
    return Signallers.signals(
        ahead.computeIfAbsent(maker, outlook::of).stream()
            .filter(released -> released.place().startsWith(waiter.method()))
            .toList(),
        awaited.object(),
        awaited.kind());
  }

  /** True if such waits end nowhere but in the methods in which these threads are. */
  private boolean endOnlyThere(List<Maker> makers) {
    List<String> methods = makers.stream().map(Maker::method).toList();
    return makers.stream()
        .allMatch(maker -> outlook.isReleasedOnlyIn(methods, maker.waiting().awaited()));
  }

  /** True if somebody might end one of these waits who does not wait for those who wait. */
  private boolean mayEnd(List<GateWaits.Waiting> all) {
    ThreadSet waiters = new ThreadSet();
    all.forEach(wait -> waiters.add(wait.thread()));
    ThreadSet still = Behind.of(waiters, evidence.allThreads(), evidence);
    return all.stream()
        .anyMatch(wait -> bystanders.judge(wait.awaited(), still, true) != Certainty.LIKELY);
  }
}
