package io.standstill.report;

import static java.util.stream.Collectors.joining;

import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes a finding for whoever is woken by it: the first line says who waits for whom; then come
 * the threads, each with what it waits for, what it holds and where it stands; then what to do.
 */
public final class FindingText {
  private static final String UNSEEN = "acquired before attach, or in code that is not woven";
  private static final String ENDED = Thread.State.TERMINATED.name();
  private static final int MOST_NAMES = 10;
  private static final int MOST_OWNERS = 4;
  private static final String NEEDS = "      needs     ";
  private static final String HOLDER = "      held by   ";

  private final Finding finding;
  private final ZoneId zone;
  private final StringBuilder text = new StringBuilder(2_000);

  private FindingText(Finding finding, ZoneId zone) {
    this.finding = finding;
    this.zone = zone;
  }

  /** The whole report, with clock times in the zone of this JVM; it does not end with a newline. */
  public static String of(Finding finding) {
    return of(finding, ZoneId.systemDefault());
  }

  static String of(Finding finding, ZoneId zone) {
    if (finding.resolvedAfterMillis() != null) {
      return firstLine(finding);
    } else if (finding.kind() == Kind.LOCK_ORDER) {
      return new PredictionText(finding).write();
    }
    return new FindingText(finding, zone).write();
  }

  /** The first line alone: id, kind, certainty, and who waits for whom. */
  public static String firstLine(Finding finding) {
    String what = finding.id() + " " + finding.kind();
    String how =
        finding.resolvedAfterMillis() == null
            ? " (" + finding.certainty() + "): "
            : " resolved after " + Durations.exact(finding.resolvedAfterMillis()) + ": ";
    return what + how + PlainText.of(finding.summary());
  }

  private String write() {
    line(firstLine(finding));
    for (PoolUse pool : finding.pools()) {
      line("");
      PoolText.lines(pool).forEach(this::line);
    }
    for (List<StuckThread> alike : SameStack.groups(finding.threads())) {
      line("");
      thread(alike.get(0));
      if (alike.size() > 1) {
        line("    " + more(alike.subList(1, alike.size())));
      }
    }
    line("");
    if (finding.waitingBehind() > 0) {
      line(
          finding.waitingBehind() == 1
              ? "  1 more thread waits behind these."
              : "  " + finding.waitingBehind() + " more threads wait behind these.");
    }
    if (finding.endsInMillis() != null) {
      line("  " + end(finding.endsInMillis()));
    }
    text.append("  What to do: ").append(finding.advice());
    return text.toString();
  }

  private static String end(long millis) {
    return millis < 0
        ? "One of these waits has a time limit, which is not known: it ends by itself when that has"
            + " passed, unless the thread then waits again."
        : "It will end by itself in about " + Durations.text(millis) + ".";
  }

  private static String more(List<StuckThread> others) {
    return others.size()
        + (others.size() == 1 ? " more stands" : " more stand")
        + " in the same place: "
        + others.stream().limit(MOST_NAMES).map(FindingText::named).collect(joining(", "))
        + (others.size() > MOST_NAMES ? ", …" : "");
  }

  private void thread(StuckThread thread) {
    String kind = thread.virtual() ? "virtual thread" : "platform thread";
    line("  " + named(thread) + ", " + kind + ", " + thread.state());
    LockUse wanted = thread.waitsFor();
    if (wanted == null && thread.state().equals(ENDED)) {
      line("    has ended and can never release what it holds");
    } else if (wanted != null) {
      line(waits(wanted));
      if (wanted.site() != null) {
        line("      at        " + wanted.site());
      }
      owners(thread, wanted);
    }
    for (LockUse held : thread.holds()) {
      line("    holds       " + LockText.of(held, finding.time(), zone));
      if (held.site() != null && held.site().contains(":")) {
        line("      taken at  " + held.site());
      } else if (held.site() != null) {
        line("      taken in  " + held.site() + ", " + UNSEEN);
      } else if (held.type() != WaitType.CLASS_INIT) {
        line("      taken at  " + UNSEEN);
      }
    }
    stack(thread.stack());
  }

  private String waits(LockUse wanted) {
    if (finding.kind().isPrediction() && wanted.millis() == null) {
      return "    waited for  " + LockText.name(wanted);
    }
    String verb = finding.kind().isPrediction() ? "waited for  " : "waits for   ";
    return "    " + verb + LockText.of(wanted, finding.time(), zone);
  }

  private void owners(StuckThread thread, LockUse wanted) {
    if (wanted.owners().isEmpty() && wanted.type().isLock()) {
      line("      held by   someone that is not known");
    }
    String relation = relation(wanted.type());
    boolean any = relation.equals(NEEDS) && wanted.owners().size() > 1;
    if (any || wanted.owners().size() > MOST_OWNERS) {
      String names =
          wanted.owners().stream()
              .limit(MOST_OWNERS)
              .map(owner -> owner(owner, thread))
              .collect(joining(", "));
      boolean more = wanted.owners().size() > MOST_OWNERS;
      line(relation + (any ? "any of " : "") + names + (more ? ", …" : ""));
      return;
    }
    for (Long owner : wanted.owners()) {
      line(relation + owner(owner, thread));
    }
  }

  private String owner(long owner, StuckThread waiter) {
    return owner == waiter.id() ? "this very thread" : named(owner);
  }

  /** What the awaited thread has to do with it: it may have to run a task that is queued yet. */
  private String relation(WaitType type) {
    boolean throughPools = !finding.pools().isEmpty();
    return switch (type) {
      case THREAD -> "      that is   ";
      case POOL -> "      worker    ";
      case LATCH, BARRIER, PHASER, SIGNAL -> NEEDS;
      case FUTURE -> throughPools ? NEEDS : "      run by    ";
      case PERMIT -> throughPools ? NEEDS : HOLDER;
      case MONITOR, LOCK, READ_LOCK, WRITE_LOCK, LOAN, TURN -> HOLDER;
      case CLASS_INIT, QUEUE, ELEMENT, PROCESS, CARRIER, UNKNOWN -> HOLDER;
    };
  }

  private void stack(List<String> stack) {
    if (!stack.isEmpty()) {
      line("    stack");
    }
    for (String frame : stack) {
      line("      at " + frame);
    }
  }

  private String named(long id) {
    for (StuckThread thread : finding.threads()) {
      if (thread.id() == id) {
        return named(thread) + (thread.state().equals(ENDED) ? ", which has ended" : "");
      }
    }
    return "thread #" + id + ", not shown here";
  }

  static String named(StuckThread thread) {
    String name = PlainText.of(thread.name());
    return name.isEmpty() ? "thread #" + thread.id() : "\"" + name + "\" #" + thread.id();
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
