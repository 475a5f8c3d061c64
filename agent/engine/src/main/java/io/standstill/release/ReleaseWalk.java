package io.standstill.release;

import io.standstill.jvm.Captured;
import io.standstill.jvm.TaskWrapper;
import io.standstill.recorder.SemaphoreReferenceHooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Semaphore;

/**
 * One walk through the code that a task would run, with the objects that it would have at hand.
 *
 * <p>Code of classes that weaving noted is followed call by call. Of other classes only the
 * constant pool is known: what they refer to, and not which of their methods does. They matter as
 * wrappers, which call what they have captured.
 */
final class ReleaseWalk {
  private static final int DEEPEST = 12;
  private static final int DEEPEST_UNNOTED = 6;
  private static final int MOST_METHODS = 300;
  private static final Object[] UNKNOWN = new Object[16];

  private final Position position;
  private final List<Released> found = new ArrayList<>();
  private final List<Body> visited = new ArrayList<>();

  ReleaseWalk(Position position) {
    this.position = position;
  }

  List<Released> found() {
    return found;
  }

  /** Runs a task, as an executor would. */
  void enter(Object task) {
    enter(task, Prospect.PROMISED, 0);
  }

  /** Calls a lambda, with arguments that are not known. */
  void call(Object lambda) {
    Object[] arguments = Arrays.copyOf(UNKNOWN, Lambdas.unboundParameters(lambda));
    enterLambda(lambda, arguments, Prospect.PROMISED, 0);
  }

  private void enter(Object task, Prospect prospect, int depth) {
    TaskWrapper wrapper = depth > DEEPEST ? null : TaskWrapper.of(task);
    if (wrapper != null) {
      Object completed = wrapper.completed(task);
      if (completed != null) {
        add(Release.Kind.COMPLETE, completed, prospect, task.getClass().getName());
      }
      Object inner = wrapper.inner(task);
      if (inner != null) {
        enter(inner, prospect.ifAhead(!wrapper.isRunLater()), depth + 1);
      }
      return;
    }
    Entry entry = Entry.of(task);
    if (entry != null) {
      if (task instanceof ForkJoinTask) {
        add(Release.Kind.COMPLETE, task, prospect, task.getClass().getName());
      }
      dispatch(task, entry.name(), entry.descriptor(), entry.arguments(task), prospect, depth);
    }
  }

  private void add(Release.Kind kind, Object object, Prospect prospect, String place) {
    found.add(new Released(kind, object, prospect, true, place));
  }

  private void add(
      ClassReleases type,
      MethodReleases method,
      Span span,
      Release.Kind kind,
      Object object,
      Prospect prospect) {
    String place = type.place(method.name(), span.line());
    found.add(new Released(kind, object, prospect, span.isOnce(), place));
  }

  /**
   * Calls a method on an object whose class decides which code that is.
   *
   * @param arguments the object itself, and the arguments
   */
  private void dispatch(
      Object receiver,
      String name,
      String descriptor,
      Object[] arguments,
      Prospect prospect,
      int depth) {
    Class<?> type = receiver.getClass();
    Release.Kind kind = Release.kindOf(receiver, name, descriptor);
    if (kind != null) {
      add(kind, receiver, prospect, type.getName() + "." + name);
    } else if (Captured.isLambda(type)) {
      enterLambda(receiver, Arrays.copyOfRange(arguments, 1, arguments.length), prospect, depth);
    } else if (type.getClassLoader() == null) {
      if (TaskWrapper.of(receiver) != null && Entry.of(receiver).name().equals(name)) {
        enter(receiver, prospect, depth + 1);
      }
    } else {
      Class<?> host = hostOf(type, name, descriptor);
      visit(new Body(host, name, descriptor, arguments), prospect, depth + 1);
    }
  }

  /** The nearest class that is known to have the method, or else the object's own. */
  private static Class<?> hostOf(Class<?> type, String name, String descriptor) {
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      ClassReleases known = ReleaseSites.of(c.getClassLoader(), c.getName());
      if (known != null && known.method(name, descriptor) != null) {
        return c;
      }
    }
    return type;
  }

  private void enterLambda(Object lambda, Object[] arguments, Prospect prospect, int depth) {
    Body body = Lambdas.body(lambda, arguments);
    if (body == null) {
      return;
    }
    boolean reference = !body.name().startsWith("lambda$");
    Object first = body.arguments().length > 0 ? body.arguments()[0] : null;
    if (body.host() == SemaphoreReferenceHooks.class) {
      for (Object argument : body.arguments()) {
        if (argument instanceof Semaphore && body.name().equals("release")) {
          add(Release.Kind.PERMIT, argument, prospect, Semaphore.class.getName() + ".release");
        }
      }
    } else if (reference && first != null && !body.isStatic()) {
      dispatch(first, body.name(), body.descriptor(), body.arguments(), prospect, depth + 1);
    } else {
      visit(body, prospect, depth + 1);
    }
  }

  private void visit(Body body, Prospect prospect, int depth) {
    if (depth > DEEPEST
        || visited.size() == MOST_METHODS
        || isVisited(body)
        || body.host().getClassLoader() == null) {
      return;
    }
    visited.add(body);
    ClassReleases type = ReleaseSites.of(body.host().getClassLoader(), body.host().getName());
    if (type == null) {
      visitUnnoted(body, prospect, depth);
    } else {
      MethodReleases method = type.method(body.name(), body.descriptor());
      if (method != null) {
        visit(type, method, body, prospect, depth);
      }
    }
  }

  private boolean isVisited(Body body) {
    for (Body each : visited) {
      if (body.isSameAs(each)) {
        return true;
      }
    }
    return false;
  }

  private void visit(
      ClassReleases type, MethodReleases method, Body body, Prospect prospect, int depth) {
    int at = position.in(type.name(), method.name());
    for (Release release : method.releases()) {
      Object object = body.resolve(release.target(), at);
      if (release.span().mayComeAfter(at)
          && object != Body.UNMADE
          && release.kind().mayBeOf(object)) {
        add(
            type,
            method,
            release.span(),
            release.kind(),
            object,
            ahead(release.span(), at, prospect));
      }
    }
    for (Call call : method.calls()) {
      if (call.span().mayComeAfter(at)) {
        boolean inside = call.span().line() == at && isInside(call);
        Prospect of =
            inside ? prospect.ifAlways(call.span().always()) : ahead(call.span(), at, prospect);
        follow(type, method, call, body, at, of, depth);
      }
    }
  }

  private static Prospect ahead(Span span, int at, Prospect prospect) {
    return prospect.ifAhead(span.isAhead(at)).ifAlways(span.always() && span.isOnce());
  }

  /** True if the thread is in a method of this name, and so may well be in this call. */
  private boolean isInside(Call call) {
    return position.in(call.owner(), call.name()) != Position.ABSENT;
  }

  private void follow(
      ClassReleases type,
      MethodReleases from,
      Call call,
      Body body,
      int at,
      Prospect prospect,
      int depth) {
    Object[] arguments = new Object[call.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = body.resolve(call.arguments().get(i), at);
    }
    Object receiver = arguments.length > 0 ? arguments[0] : null;
    if (call.kind() == Call.Kind.DISPATCHED && receiver != null && receiver != Body.UNMADE) {
      dispatch(receiver, call.name(), call.descriptor(), arguments, prospect, depth);
    } else if (call.kind() == Call.Kind.DEFERRED && call.name().equals("<init>")) {
      new StackWalk(position, found).follow(type, from, call);
    } else if (call.kind() == Call.Kind.DEFERRED) {
      defer(type, from, call, body, arguments, depth);
    } else {
      Class<?> host = hostOf(body, call.owner());
      if (host != null) {
        visit(new Body(host, call.name(), call.descriptor(), arguments), prospect, depth + 1);
      }
    }
  }

  private static Class<?> hostOf(Body body, String name) {
    return body.host().getName().equals(name)
        ? body.host()
        : ConstantPools.referred(body.host(), name);
  }

  /** A lambda that is made on the way: someone may run it, some time. */
  private void defer(
      ClassReleases type, MethodReleases from, Call call, Body body, Object[] captured, int depth) {
    Object first = captured.length > 0 ? captured[0] : null;
    Release.Kind kind = call.releases(type);
    if (kind != null && kind.mayBeOf(first)) {
      if (first != Body.UNMADE) {
        add(type, from, call.span(), kind, first, Prospect.MAYBE);
      }
      return;
    }
    Class<?> host = hostOf(body, call.owner());
    if (host != null) {
      int parameters = Lambdas.references(call.descriptor()).size();
      Object[] arguments = Arrays.copyOf(captured, Math.max(captured.length, parameters));
      visit(new Body(host, call.name(), call.descriptor(), arguments), Prospect.MAYBE, depth + 1);
    }
  }

  /**
   * A wrapper calls what it was given. Of functional objects that is taken for prospect; of others
   * it may be that another method of the class is meant.
   */
  private void visitUnnoted(Body body, Prospect prospect, int depth) {
    if (depth > DEEPEST_UNNOTED) {
      return;
    }
    boolean begun = position.in(body.host().getName(), body.name()) != Position.ABSENT;
    List<ConstantPools.Member> members = ConstantPools.members(body.host());
    for (Object value : ValuesAtHand.of(body, members)) {
      Set<String> names = ValuesAtHand.names(value.getClass());
      boolean functional = Captured.isLambda(value.getClass()) || TaskWrapper.of(value) != null;
      for (ConstantPools.Member member : members) {
        if (!member.isField() && !member.name().startsWith("<") && names.contains(member.owner())) {
          int count = Lambdas.references(member.descriptor()).size() + 1;
          Object[] arguments = Arrays.copyOf(UNKNOWN, count);
          arguments[0] = value;
          Prospect of = prospect.ifAhead(functional && !begun).ifAlways(false);
          dispatch(value, member.name(), member.descriptor(), arguments, of, depth);
        }
      }
    }
  }
}
