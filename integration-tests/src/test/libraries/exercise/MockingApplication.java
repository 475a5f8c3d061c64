package exercise;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;
import org.mockito.Mockito;

/** An application with its own Byte Buddy, its own agent of Byte Buddy's, and inline mocks. */
public final class MockingApplication {
  public static void main(String[] args) throws Exception {
    Counter mock = Mockito.mock(Counter.class);
    Mockito.when(mock.next()).thenReturn(42);
    System.out.println(mock.next() + " " + new Counter().next());

    List<String> spied = Mockito.spy(new ArrayList<>());
    spied.add("one");
    Mockito.verify(spied).add("one");

    Object made =
        new ByteBuddy()
            .subclass(Object.class)
            .method(ElementMatchers.isToString())
            .intercept(FixedValue.value("made"))
            .make()
            .load(MockingApplication.class.getClassLoader())
            .getLoaded()
            .getConstructor()
            .newInstance();
    System.out.println(made);

    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .type(ElementMatchers.named("exercise.MockingApplication$Counter"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Twice.class).on(ElementMatchers.named("next"))))
        .installOn(ByteBuddyAgent.install());
    Counter counter = new Counter();
    System.out.println(counter.next() + " " + counter.next());
  }

  /** Counts under its monitor. */
  public static class Counter {
    private int count;

    public synchronized int next() {
      synchronized (Counter.class) {
        return ++count;
      }
    }
  }

  /** Doubles what a method returns. */
  public static final class Twice {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) int result) {
      result = result * 2;
    }
  }
}
