package others;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Arrays;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * An agent as debuggers and profilers are: it retransforms a class, which gives every transformer
 * its turn again, and redefines it with the bytes of its class file, while its methods are in use.
 */
public final class Retransformer {
  private static volatile Instrumentation instrumentation;
  private static byte[] original;

  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
    given.addTransformer(new Touching(), true);
  }

  /** Changes nothing, but has the JVM take its answer as a change. */
  private static final class Touching implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] bytes) {
      return name != null && name.startsWith("others/") ? Arrays.copyOf(bytes, bytes.length) : null;
    }
  }

  public static void main(String[] args) throws Exception {
    try (var in = Retransformer.class.getResourceAsStream("Retransformer$Account.class")) {
      original = in.readAllBytes();
    }
    Account one = new Account();
    Account two = new Account();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Stage.start("clerk-" + i, () -> work(one));
    }
    for (int i = 0; i < 20; i++) {
      change(i % 2 == 0);
    }
    Stage.join(threads);
    System.out.println(one.balance());

    Meeting meeting = new Meeting(2);
    Thread left = Stage.start("left", () -> one.transfer(two, meeting));
    Thread right = Stage.start("right", () -> two.transfer(one, meeting));
    Stage.stuck(left, right);
  }

  private static void work(Account account) {
    for (int i = 0; i < 20_000; i++) {
      account.add(1);
    }
  }

  /** While a thread is inside a synchronized method, and then leaves it. */
  private static void change(boolean redefine) throws Exception {
    Account held = new Account();
    Meeting inside = new Meeting(2);
    Meeting changed = new Meeting(2);
    Thread holder = Stage.start("holder", () -> held.hold(inside, changed));
    inside.meet();
    if (redefine) {
      instrumentation.redefineClasses(
          new java.lang.instrument.ClassDefinition(Account.class, original));
    } else {
      instrumentation.retransformClasses(Account.class);
    }
    changed.meet();
    holder.join();
    held.add(1);
  }

  /** Locks in all ways. */
  static final class Account {
    private int balance;

    synchronized void add(int amount) {
      balance += amount;
    }

    int balance() {
      synchronized (this) {
        return balance;
      }
    }

    synchronized void hold(Meeting inside, Meeting changed) {
      inside.meet();
      synchronized (Account.class) {
        changed.meet();
      }
    }

    synchronized void transfer(Account to, Meeting meeting) {
      meeting.meet();
      to.add(1);
    }
  }
}
