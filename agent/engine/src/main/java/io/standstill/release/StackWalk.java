package io.standstill.release;

import java.util.ArrayList;
import java.util.List;

/** A walk through code of which the objects are not known, as the methods on a thread's stack. */
final class StackWalk {
  private static final int MOST_METHODS = 300;

  private final Position position;
  private final List<Released> found;
  private final List<MethodReleases> seen = new ArrayList<>();

  /**
   * @param found where to add what may be released
   */
  StackWalk(Position position, List<Released> found) {
    this.position = position;
    this.found = found;
  }

  /** Follows a method. */
  void visit(ClassReleases type, MethodReleases method) {
    if (seen.size() == MOST_METHODS || seen.stream().anyMatch(known -> known == method)) {
      return;
    }
    seen.add(method);
    int at = position.in(type.name(), method.name());
    for (Release release : method.releases()) {
      if (release.span().mayComeAfter(at)) {
        add(type, method, release.span(), release.kind());
      }
    }
    for (Call call : method.calls()) {
      if (call.span().mayComeAfter(at)) {
        follow(type, method, call);
      }
    }
  }

  private void add(ClassReleases type, MethodReleases method, Span span, Release.Kind kind) {
    String place = type.place(method.name(), span.line());
    boolean known =
        found.stream()
            .anyMatch(r -> r.object() == null && r.kind() == kind && r.place().equals(place));
    if (!known) {
      found.add(new Released(kind, null, false, span.isOnce(), place));
    }
  }

  /** Follows a call, wherever it may lead. */
  void follow(ClassReleases type, MethodReleases from, Call call) {
    Release.Kind kind =
        Release.kindOf(call.owner().replace('.', '/'), call.name(), call.descriptor());
    if (kind != null) {
      add(type, from, call.span(), kind);
      return;
    }
    for (ClassReleases owner : ReleaseSites.named(call.owner())) {
      if (call.name().equals("<init>")) {
        owner.methods().values().forEach(method -> visit(owner, method));
      } else {
        MethodReleases method = owner.method(call.name(), call.descriptor());
        if (method != null) {
          visit(owner, method);
        }
      }
    }
  }

  /** Follows what code refers to that was not noted: any of its methods may be meant. */
  void visit(Class<?> unnoted) {
    for (ConstantPools.Member member : ConstantPools.members(unnoted)) {
      if (!member.isField()) {
        for (ClassReleases owner : ReleaseSites.named(member.owner())) {
          for (MethodReleases method : owner.methods().values()) {
            if (member.name().equals("<init>") || isMethod(method, member)) {
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
