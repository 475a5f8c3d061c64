package io.standstill.release;

import java.util.ArrayList;
import java.util.List;

/** A walk through code of which the objects are not known, as the methods on a thread's stack. */
final class StackWalk {
  private static final int MOST_METHODS = 300;

  private final Position position;
  private final List<Released> found;
  private final List<Visit> seen = new ArrayList<>();

  private record Visit(MethodReleases method, List<Boolean> unmade) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Visit that && method == that.method && unmade.equals(that.unmade);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(method);
    }
  }

  /**
   * @param found where to add what may be released
   */
  StackWalk(Position position, List<Released> found) {
    this.position = position;
    this.found = found;
  }

  /** Follows a method that is called with objects that may be any. */
  void visit(ClassReleases type, MethodReleases method) {
    visit(type, method, List.of());
  }

  /**
   * @param unmade which arguments do not exist yet, and so are none that anyone waits for; those
   *     beyond the end of the list may be any
   */
  private void visit(ClassReleases type, MethodReleases method, List<Boolean> unmade) {
    Visit visit = new Visit(method, unmade);
    if (seen.size() == MOST_METHODS || seen.contains(visit)) {
      return;
    }
    seen.add(visit);
    int at = position.in(type.name(), method.name());
    for (Release release : method.releases()) {
      if (release.span().mayComeAfter(at) && !isUnmade(release.target(), at, unmade)) {
        add(type, method, release.span(), release.kind());
      }
    }
    for (Call call : method.calls()) {
      if (call.span().mayComeAfter(at)) {
        List<Boolean> arguments = new ArrayList<>();
        for (AccessPath argument : call.arguments()) {
          arguments.add(isUnmade(argument, at, unmade));
        }
        follow(type, method, call, arguments);
      }
    }
  }

  private static boolean isUnmade(AccessPath path, int at, List<Boolean> unmade) {
    if (path == null) {
      return false;
    }
    boolean passedOn =
        path.parameter() >= 0
            && path.parameter() < unmade.size()
            && path.fields().isEmpty()
            && unmade.get(path.parameter());
    return passedOn || path.isYetToBeMade(at);
  }

  private void add(ClassReleases type, MethodReleases method, Span span, Release.Kind kind) {
    String place = type.place(method.name(), span.line());
    boolean known =
        found.stream()
            .anyMatch(r -> r.object() == null && r.kind() == kind && r.place().equals(place));
    if (!known) {
      found.add(new Released(kind, null, Prospect.MAYBE, span.isOnce(), place));
    }
  }

  /** Follows a call, wherever it may lead. */
  void follow(ClassReleases type, MethodReleases from, Call call) {
    follow(type, from, call, List.of());
  }

  private void follow(ClassReleases type, MethodReleases from, Call call, List<Boolean> unmade) {
    Release.Kind kind = call.releases(type);
    if (kind != null) {
      if (unmade.isEmpty() || !unmade.get(0)) {
        add(type, from, call.span(), kind);
      }
      return;
    }
    for (ClassReleases owner : ReleaseSites.named(call.owner())) {
      if (call.name().equals("<init>")) {
        owner.methods().values().forEach(method -> visit(owner, method));
      } else {
        MethodReleases method = owner.method(call.name(), call.descriptor());
        if (method != null) {
          visit(owner, method, unmade);
        }
      }
    }
  }

  /**
   * Follows what code refers to that was not noted: any of its methods may be meant. What it makes
   * is left out: servers keep making tasks, each with a latch of its own.
   */
  void visit(Class<?> unnoted) {
    for (ConstantPools.Member member : ConstantPools.members(unnoted)) {
      if (!member.isField()) {
        for (ClassReleases owner : ReleaseSites.named(member.owner())) {
          for (MethodReleases method : owner.methods().values()) {
            if (isMethod(method, member)) {
              visit(owner, method);
            }
          }
        }
      }
    }
  }

  private static boolean isMethod(MethodReleases method, ConstantPools.Member member) {
    return method.name().equals(member.name()) && method.descriptor().equals(member.descriptor());
  }
}
