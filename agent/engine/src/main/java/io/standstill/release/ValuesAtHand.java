package io.standstill.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Captured values, and those in the fields of the object whose code it is. */
final class ValuesAtHand {
  private ValuesAtHand() {}

  /** The objects that code may use, told from what its class refers to. */
  static List<Object> of(Body body, List<ConstantPools.Member> members) {
    List<Object> values = new ArrayList<>();
    for (Object argument : body.arguments()) {
      if (argument != null && argument != Body.UNMADE && !body.host().isInstance(argument)) {
        values.add(argument);
      }
    }
    Object self = body.arguments().length > 0 ? body.arguments()[0] : null;
    if (self != null && body.host().isInstance(self)) {
      for (ConstantPools.Member member : members) {
        if (member.isField()
            && member.owner().equals(body.host().getName())
            && member.descriptor().startsWith("L")) {
          Object value =
              Fields.follow(
                  new AccessPath.FieldName(member.owner(), member.name(), member.descriptor()),
                  self);
          if (value != null) {
            values.add(value);
          }
        }
      }
    }
    return values;
  }

  /** The names of a class and of all classes and interfaces that it extends or implements. */
  static Set<String> names(Class<?> type) {
    Set<String> names = new HashSet<>();
    add(type, names);
    return names;
  }

  private static void add(Class<?> type, Set<String> names) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      names.add(c.getName());
      for (Class<?> implemented : c.getInterfaces()) {
        add(implemented, names);
      }
    }
  }
}
