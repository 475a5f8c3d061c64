package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.jvm.Captured;
import io.standstill.release.MadeHere;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Whether code that has made a future has kept it from all but from the task that it queued. */
class MadeHereTest {
  private final Makers makers = FixtureLoader.woven(MakersFixture.class, Makers.class);

  /** Each makes a future, and gives an executor a task that would complete it. */
  public interface Makers {
    void keep(Executor queue);

    void keepInVariables(Executor queue);

    void wrap(Executor queue);

    void refer(Executor queue);

    void register(Executor queue, Consumer<Object> registry);

    void registerTask(Executor queue, Consumer<Object> registry);

    void storeInField(Executor queue);

    void storeInArray(Executor queue);

    CompletableFuture<String> giveBack(Executor queue);

    void captureTwice(Executor queue, Queue<Runnable> others);

    void captureTwiceBefore(Executor queue, Queue<Runnable> others);

    void captureInLoop(List<Executor> queues);

    void handOnInLoop(List<Executor> queues);

    void makeInLoop(List<Executor> queues);

    void passOnItself(Executor queue, Consumer<Object> registry);

    void makeInPassing(Executor queue, Consumer<Object> registry);

    void ofOwnClass(Executor queue);

    void takeOver(Executor queue, CompletableFuture<String> future);
  }

  /** Woven. */
  static final class MakersFixture implements Makers {
    private CompletableFuture<String> asked;

    /** It may tell anybody of itself. */
    static final class Known extends CompletableFuture<String> {}

    @Override
    public void keep(Executor queue) {
      CompletableFuture<String> future = new CompletableFuture<>();
      queue.execute(() -> future.complete("done"));
      future.getNow("");
    }

    @Override
    public void keepInVariables(Executor queue) {
      CompletableFuture<String> future = new CompletableFuture<>();
      Runnable task = () -> future.complete("done");
      queue.execute(task);
      if (!future.isDone()) {
        future.getNow("");
      }
    }

    @Override
    public void wrap(Executor queue) {
      CompletableFuture<String> future = new CompletableFuture<>();
      queue.execute(new Wrapped(() -> future.complete("done")));
    }

    @Override
    public void refer(Executor queue) {
      CompletableFuture<String> future = new CompletableFuture<>();
      queue.execute(future::isDone);
    }

    @Override
    public void register(Executor queue, Consumer<Object> registry) {
      CompletableFuture<String> future = new CompletableFuture<>();
      registry.accept(future);
      queue.execute(() -> future.complete("done"));
    }

    @Override
    public void registerTask(Executor queue, Consumer<Object> registry) {
      CompletableFuture<String> future = new CompletableFuture<>();
      Runnable task = () -> future.complete("done");
      registry.accept(task);
      queue.execute(task);
    }

    @Override
    public void storeInField(Executor queue) {
      CompletableFuture<String> future = new CompletableFuture<>();
      asked = future;
      queue.execute(() -> future.complete("done"));
      asked.getNow("");
    }

    @Override
    public void storeInArray(Executor queue) {
      CompletableFuture<String> future = new CompletableFuture<>();
      queue.execute(() -> future.complete("done"));
      CompletableFuture.allOf(future);
    }

    @Override
    public CompletableFuture<String> giveBack(Executor queue) {
      CompletableFuture<String> future = new CompletableFuture<>();
      queue.execute(() -> future.complete("done"));
      return future;
    }

    @Override
    public void captureTwice(Executor queue, Queue<Runnable> others) {
      CompletableFuture<String> future = new CompletableFuture<>();
      queue.execute(() -> future.complete("done"));
      others.add(() -> future.complete("by another one"));
    }

    @Override
    public void captureTwiceBefore(Executor queue, Queue<Runnable> others) {
      CompletableFuture<String> future = new CompletableFuture<>();
      others.add(() -> future.complete("by another one"));
      queue.execute(() -> future.complete("done"));
    }

    @Override
    public void captureInLoop(List<Executor> queues) {
      CompletableFuture<String> future = new CompletableFuture<>();
      for (Executor queue : queues) {
        queue.execute(() -> future.complete("done"));
      }
    }

    @Override
    public void handOnInLoop(List<Executor> queues) {
      CompletableFuture<String> future = new CompletableFuture<>();
      Runnable task = () -> future.complete("done");
      for (Executor queue : queues) {
        queue.execute(task);
      }
    }

    @Override
    public void makeInLoop(List<Executor> queues) {
      for (Executor queue : queues) {
        CompletableFuture<String> future = new CompletableFuture<>();
        queue.execute(() -> future.complete("done"));
      }
    }

    @Override
    public void passOnItself(Executor queue, Consumer<Object> registry) {
      CompletableFuture<String> future = new CompletableFuture<>();
      queue.execute(() -> future.complete("done"));
      registry.accept(future.toCompletableFuture());
    }

    @Override
    public void makeInPassing(Executor queue, Consumer<Object> registry) {
      CompletableFuture<String> future;
      registry.accept(future = new CompletableFuture<>());
      CompletableFuture<String> same = future;
      queue.execute(() -> same.complete("done"));
    }

    @Override
    public void ofOwnClass(Executor queue) {
      Known future = new Known();
      queue.execute(() -> future.complete("done"));
    }

    @Override
    public void takeOver(Executor queue, CompletableFuture<String> future) {
      queue.execute(() -> future.complete("done"));
    }
  }

  /** Woven after its lines were taken away. */
  static final class LinelessFixture {
    public static void register(Executor queue, Consumer<Object> registry) {
      CompletableFuture<String> future = new CompletableFuture<>();
      registry.accept(future);
      queue.execute(() -> future.complete("done"));
    }
  }

  private static Method lineless(String method) throws ReflectiveOperationException {
    String name = LinelessFixture.class.getName();
    FixtureLoader loader = new FixtureLoader("");
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(FixtureLoader.bytesOf(name)).accept(writer, ClassReader.SKIP_DEBUG);
    byte[] classFile = writer.toByteArray();
    ClassWeaver.weave(loader, name, classFile, FixtureLoader.NOTHING_LOADED, new Coverage());
    Method found = loader.define(name, classFile).getMethod(method, Executor.class, Consumer.class);
    found.setAccessible(true);
    return found;
  }

  /** Wraps a task. */
  public record Wrapped(Runnable inner) implements Runnable {
    @Override
    public void run() {
      inner.run();
    }
  }

  /** Asks while the method that hands over the task is still in the middle of it. */
  private static boolean ask(Consumer<Executor> maker, Question question) {
    List<Boolean> answers = new ArrayList<>();
    maker.accept(
        task -> {
          Object lambda = task instanceof Wrapped wrapped ? wrapped.inner() : task;
          Object future = Captured.by(lambda).get(0);
          answers.add(question.ask(future, task, new Throwable().getStackTrace()));
        });
    return answers.get(0);
  }

  private interface Question {
    boolean ask(Object future, Object task, StackTraceElement[] stack);
  }

  private static boolean isMade(Consumer<Executor> maker) {
    return ask(maker, MadeHere::isMade);
  }

  private static boolean mayBeShown(Consumer<Executor> maker) {
    return ask(maker, MadeHere::mayBeShown);
  }

  @Test
  void seesWhatIsShownToTheTaskAlone() {
    assertTrue(isMade(makers::keep));
    assertTrue(isMade(makers::keepInVariables));
    assertTrue(isMade(makers::wrap));
    assertTrue(isMade(makers::refer));
    assertTrue(isMade(queue -> makers.makeInLoop(List.of(queue))));
  }

  @Test
  void claimsNothingOfWhatOthersMayKnow() {
    List<Object> registry = new ArrayList<>();
    assertFalse(isMade(queue -> makers.register(queue, registry::add)));
    assertFalse(isMade(queue -> makers.registerTask(queue, registry::add)));
    assertFalse(isMade(makers::storeInField));
    assertFalse(isMade(makers::storeInArray));
    assertFalse(isMade(makers::giveBack));
    assertFalse(isMade(queue -> makers.captureTwice(queue, new ArrayDeque<>())));
    assertFalse(isMade(queue -> makers.captureInLoop(List.of(queue))));
    assertFalse(isMade(queue -> makers.handOnInLoop(List.of(queue))));
    assertFalse(isMade(queue -> makers.passOnItself(queue, registry::add)));
    assertFalse(isMade(queue -> makers.makeInPassing(queue, registry::add)));
  }

  @Test
  void claimsNothingOfWhatAnotherMayHaveMade() {
    assertFalse(isMade(makers::ofOwnClass));
    assertFalse(isMade(queue -> makers.takeOver(queue, new CompletableFuture<>())));
  }

  @Test
  void seesWhatWasShownToOthersBefore() {
    List<Object> registry = new ArrayList<>();
    assertTrue(mayBeShown(queue -> makers.register(queue, registry::add)));
    assertTrue(mayBeShown(queue -> makers.registerTask(queue, registry::add)));
    assertTrue(mayBeShown(makers::storeInField));
    assertTrue(mayBeShown(queue -> makers.makeInPassing(queue, registry::add)));
    assertTrue(mayBeShown(queue -> makers.captureTwiceBefore(queue, new ArrayDeque<>())));
    assertTrue(mayBeShown(queue -> makers.captureInLoop(List.of(queue))));
    assertTrue(mayBeShown(queue -> makers.handOnInLoop(List.of(queue))));
    assertFalse(mayBeShown(queue -> makers.captureTwice(queue, new ArrayDeque<>())));
    assertFalse(mayBeShown(makers::keep));
    assertFalse(mayBeShown(makers::keepInVariables));
    assertFalse(mayBeShown(makers::giveBack));
    assertFalse(mayBeShown(makers::storeInArray));
    assertFalse(mayBeShown(queue -> makers.takeOver(queue, new CompletableFuture<>())));
  }

  @Test
  void mayNotTellWhenWithoutLines() throws Exception {
    Method register = lineless("register");
    Consumer<Object> registry = new ArrayList<>()::add;

    assertTrue(
        mayBeShown(
            queue -> {
              try {
                register.invoke(null, queue, registry);
              } catch (ReflectiveOperationException broken) {
                throw new AssertionError(broken);
              }
            }));
  }
}
