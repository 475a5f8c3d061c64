package io.standstill.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks into lambdas and method references: hidden classes whose only method hands their fields,
 * the captured values, to the method that has the code.
 */
final class Lambdas {
  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Number");

  /** The names of the fields for what is captured begin like this, and go on with 1, 2, 3. */
  private static final String CAPTURED = "arg$";

  private Lambdas() {}

  /** The method that a lambda calls, or null if it cannot be told. */
  static ConstantPools.Member target(Class<?> lambda) {
    ConstantPools.Member found = null;
    for (ConstantPools.Member member : ConstantPools.members(lambda)) {
      if (!member.isField() && !isIncidental(member)) {
        if (member.name().startsWith("lambda$")) {
          return member;
        }
        found = found == null ? member : found;
      }
    }
    return found;
  }

  /** The lambda's own constructor calls that of its superclass; results are boxed and unboxed. */
  private static boolean isIncidental(ConstantPools.Member member) {
    return member.owner().equals("java.lang.Object") && member.name().equals("<init>")
        || BOXES.contains(member.owner())
            && (member.name().equals("valueOf") || member.name().endsWith("Value"))
        || member.owner().startsWith("java.lang.invoke.");
  }

  /**
   * The code behind a lambda, called with these arguments; null if it cannot be told.
   *
   * @param arguments of the functional interface's method; null for those not known
   */
  static Body body(Object lambda, Object[] arguments) {
    Class<?> type = lambda.getClass();
    ConstantPools.Member target = target(type);
    Class<?> host = target == null ? null : ConstantPools.referred(type, target.owner());
    if (host == null) {
      return null;
    }
    int captured = capturedBy(type);
    int receiver = captured + arguments.length - references(target.descriptor()).size();
    if (receiver < 0 || receiver > 1) {
      return null;
    }
    Object[] all = new Object[captured + arguments.length];
    for (int i = 0; i < captured; i++) {
      String field = CAPTURED + (i + 1);
      all[i] = ConstantPools.readsReference(type, field) ? Fields.get(type, field, lambda) : null;
    }
    System.arraycopy(arguments, 0, all, captured, arguments.length);
    return new Body(host, target.name(), target.descriptor(), all);
  }

  /** How many values it captures: its constructor writes each to a field. */
  private static int capturedBy(Class<?> lambda) {
    return (int)
        ConstantPools.members(lambda).stream()
            .filter(member -> member.isField() && member.name().startsWith(CAPTURED))
            .map(ConstantPools.Member::name)
            .distinct()
            .count();
  }

  /** How many parameters the code behind a lambda has beyond what was captured, at least. */
  static int unboundParameters(Object lambda) {
    ConstantPools.Member target = target(lambda.getClass());
    int parameters = target == null ? 0 : references(target.descriptor()).size();
    return Math.max(0, parameters - capturedBy(lambda.getClass()));
  }

  /** Of each parameter of a method, whether it is a reference. */
  static List<Boolean> references(String descriptor) {
    List<Boolean> references = new ArrayList<>();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int start = at;
      while (descriptor.charAt(at) == '[') {
        at++;
      }
      boolean object = descriptor.charAt(at) == 'L';
      references.add(object || at > start);
      at = object ? descriptor.indexOf(';', at) + 1 : at + 1;
    }
    return references;
  }
}
