package io.standstill.release;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.regex.Pattern;
import jdk.internal.misc.Unsafe;

/**
 * Where fields lie in objects, asked of the JVM as the JDK asks it when it links a method handle:
 * by name and descriptor. Reflection and variable handles would need the type of the field, and may
 * load it, which is for the application's class loaders to do.
 */
final class FieldOffsets {
  /** There is no such field in objects, or the JVM does not tell. */
  static final long NONE = -1;

  /** The JVM trusts who asks, so it must never be asked for what cannot be a type. */
  private static final Pattern TYPE = Pattern.compile("\\[*+(?:[BCDFIJSZ]|L[^\\s.;:\\[<>()]++;)");

  /** As the JVM and the JDK have agreed upon: see java.lang.invoke.MethodHandleNatives. */
  private static final int GET_FIELD = 0x0104_0000;

  private static final int TRUSTED = -1;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final FieldOffsets JVM = linked();

  private final Class<?> memberName;
  private final long type;
  private final long name;
  private final long descriptor;
  private final long flags;
  private final Method resolve;
  private final Method offset;

  private FieldOffsets() throws ReflectiveOperationException {
    memberName = Class.forName("java.lang.invoke.MemberName");
    type = UNSAFE.objectFieldOffset(memberName, "clazz");
    name = UNSAFE.objectFieldOffset(memberName, "name");
    descriptor = UNSAFE.objectFieldOffset(memberName, "type");
    flags = UNSAFE.objectFieldOffset(memberName, "flags");
    Class<?> natives = Class.forName("java.lang.invoke.MethodHandleNatives");
    resolve =
        natives.getDeclaredMethod("resolve", memberName, Class.class, int.class, boolean.class);
    offset = natives.getDeclaredMethod("objectFieldOffset", memberName);
    resolve.setAccessible(true);
    offset.setAccessible(true);
  }

  private static FieldOffsets linked() {
    try {
      FieldOffsets made = new FieldOffsets();
      boolean works =
          made.find(FieldOffsets.class, "resolve", "Ljava/lang/reflect/Method;") > 0
              && made.find(FieldOffsets.class, "UNSAFE", Unsafe.class.descriptorString()) == NONE;
      return works ? made : null;
    } catch (ReflectiveOperationException | RuntimeException | InternalError otherJvm) {
      return null;
    }
  }

  /** False for a JVM that does not tell. */
  static boolean areKnown() {
    return JVM != null;
  }

  /**
   * Where a class keeps an instance field of exactly this type in its objects.
   *
   * @return the offset, or {@link #NONE}
   */
  static long of(Class<?> declaring, String name, String descriptor) {
    try {
      boolean asked = JVM != null && TYPE.matcher(descriptor).matches();
      return asked ? JVM.find(declaring, name, descriptor) : NONE;
    } catch (ReflectiveOperationException noSuchField) {
      return NONE;
    }
  }

  private long find(Class<?> declaring, String field, String fieldType)
      throws ReflectiveOperationException {
    Object wanted = UNSAFE.allocateInstance(memberName);
    UNSAFE.putReference(wanted, type, declaring);
    UNSAFE.putReference(wanted, name, field);
    UNSAFE.putReference(wanted, descriptor, fieldType);
    UNSAFE.putInt(wanted, flags, GET_FIELD);
    Object found = resolve.invoke(null, wanted, null, TRUSTED, true);
    return found == null
            || UNSAFE.getReference(found, type) != declaring
            || Modifier.isStatic(UNSAFE.getInt(found, flags))
        ? NONE
        : (long) offset.invoke(null, found);
  }
}
