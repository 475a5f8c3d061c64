package verdicts;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.Optional;

/** Calls by way of C, by reflection: the programs are compiled for Java 17. Needs Java 22. */
public final class Native {
  private static final String FOREIGN = "java.lang.foreign.";
  private static final long INTS = 2;
  private static final long INT_BYTES = Integer.BYTES;

  private final Body body;

  private Native(Body body) {
    this.body = body;
  }

  /** Runs this while C's {@code qsort} compares two numbers: a native frame lies below it. */
  public static void callBack(Body body) {
    try {
      new Native(body).sort();
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private int compare() throws Exception {
    body.run();
    return 0;
  }

  private void sort() throws Throwable {
    Object address = layout("ADDRESS");
    Object length = layout("JAVA_LONG");
    Class<?> linkers = type("Linker");
    Object linker = linkers.getMethod("nativeLinker").invoke(null);
    Object lookup = linkers.getMethod("defaultLookup").invoke(linker);
    Optional<?> qsort =
        (Optional<?>) type("SymbolLookup").getMethod("find", String.class).invoke(lookup, "qsort");
    Class<?> layouts = type("MemoryLayout");
    Class<?> function = type("FunctionDescriptor");
    Object sorts =
        function
            .getMethod("ofVoid", layouts.arrayType())
            .invoke(null, array(layouts, address, length, length, address));
    Object compares =
        function
            .getMethod("of", layouts, layouts.arrayType())
            .invoke(null, layout("JAVA_INT"), array(layouts, address, address));
    Class<?> segments = type("MemorySegment");
    Class<?> options = type("Linker$Option");
    Class<?> arenas = type("Arena");
    Object arena = arenas.getMethod("global").invoke(null);
    MethodHandle comparator =
        MethodHandles.lookup()
            .findVirtual(Native.class, "compare", MethodType.methodType(int.class))
            .bindTo(this);
    Object stub =
        linkers
            .getMethod("upcallStub", MethodHandle.class, function, arenas, options.arrayType())
            .invoke(
                linker,
                MethodHandles.dropArguments(comparator, 0, segments, segments),
                compares,
                arena,
                array(options));
    MethodHandle call =
        (MethodHandle)
            linkers
                .getMethod("downcallHandle", segments, function, options.arrayType())
                .invoke(linker, qsort.orElseThrow(), sorts, array(options));
    Object numbers =
        arenas
            .getMethod("allocate", long.class, long.class)
            .invoke(arena, INTS * INT_BYTES, INT_BYTES);
    call.invokeWithArguments(numbers, INTS, INT_BYTES, stub);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(FOREIGN + name);
  }

  private static Object layout(String name) throws ReflectiveOperationException {
    return type("ValueLayout").getField(name).get(null);
  }

  private static Object array(Class<?> type, Object... values) {
    Object array = Array.newInstance(type, values.length);
    for (int i = 0; i < values.length; i++) {
      Array.set(array, i, values[i]);
    }
    return array;
  }
}
