package verify;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.test.whitebox.WhiteBox;

/**
 * Loads and links every class of some jars without initialising one, and compiles those of their
 * methods that it is told of. As an agent that comes after Standstill it sees which classes are
 * woven. Says what the JVM refused, one line each; everything else goes to files.
 */
public final class EveryClass {
  private static final Set<String> woven = new ConcurrentSkipListSet<>();

  private EveryClass() {}

  /** Sees the bytes that the agent before it has made. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> redefined,
              ProtectionDomain domain,
              byte[] bytes) {
            if (loader instanceof LibraryLoader && mentionsHooks(bytes)) {
              woven.add(((LibraryLoader) loader).library + " " + name.replace('/', '.'));
            }
            return null;
          }
        });
  }

  private static boolean mentionsHooks(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("java/standstill/");
  }

  /**
   * Takes a directory for its files, then per library a name and its jars.
   *
   * @throws Exception if a file cannot be read or written
   */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Map<String, List<String>> locking =
        Files.readAllLines(directory.resolve("locking-methods")).stream()
            .map(line -> line.split("#", 2))
            .collect(
                Collectors.groupingBy(
                    part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
    Set<String> said = new TreeSet<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String[] jars = arguments[i].split("=|" + java.io.File.pathSeparator);
      LibraryLoader loader = new LibraryLoader(jars);
      for (int j = 1; j < jars.length; j++) {
        for (String name : classes(Path.of(jars[j]))) {
          counts.merge(jars[0], 1, Integer::sum);
          link(loader, name, locking.getOrDefault(loader.library + " " + name, List.of()), said);
        }
      }
    }
    Files.write(directory.resolve("woven"), woven);
    Files.writeString(directory.resolve("coverage"), coverage());
    PrintStream out = System.out;
    said.forEach(out::println);
    out.println(new TreeSet<>(counts.entrySet().stream().map(Object::toString).toList()));
  }

  private static void link(
      LibraryLoader loader, String name, List<String> locking, Set<String> said) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      List<Executable> code = new ArrayList<>();
      // The JVM links a class, and so verifies it, before it lists its methods.
      Collections.addAll(code, type.getDeclaredMethods());
      Collections.addAll(code, type.getDeclaredConstructors());
      for (Executable each : code) {
        if (locking.contains(signature(each)) && !WhiteBox.compiles(each)) {
          said.add(loader.library + " " + each + " is not compiled");
        }
      }
    } catch (LinkageError | TypeNotPresentException refused) {
      // Which of several missing classes is missed first depends on addresses in the JVM.
      said.add(loader.library + " " + name + ": " + refused.getClass().getName());
    } catch (ClassNotFoundException impossible) {
      said.add(loader.library + " " + name + " is not found");
    }
  }

  private static String signature(Executable code) {
    Class<?> result = code instanceof Method ? ((Method) code).getReturnType() : void.class;
    String name = code instanceof Constructor ? "<init>" : code.getName();
    return name + MethodType.methodType(result, code.getParameterTypes()).descriptorString();
  }

  private static Set<String> classes(Path jar) throws IOException {
    Set<String> names = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class")
            && !name.startsWith("META-INF/")
            && !name.endsWith("-info.class")) {
          names.add(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        }
      }
    }
    return names;
  }

  /** The agent's own account, if it is here: it shows itself soon after the server was made. */
  private static String coverage() throws Exception {
    if (!isAgentHere()) {
      return "";
    }
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName bean = new ObjectName("io.standstill:type=Standstill");
    while (!server.isRegistered(bean)) {
      Thread.sleep(20);
    }
    return (String) server.getAttribute(bean, "Coverage");
  }

  private static boolean isAgentHere() {
    try {
      Class.forName("java.standstill.Journals", false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** Loads one library, which sees the JDK and itself. */
  private static final class LibraryLoader extends URLClassLoader {
    private final String library;

    LibraryLoader(String[] jars) {
      super(urls(jars), getPlatformClassLoader());
      library = jars[0];
    }

    private static URL[] urls(String[] jars) {
      URL[] urls = new URL[jars.length - 1];
      try {
        for (int i = 0; i < urls.length; i++) {
          urls[i] = Path.of(jars[i + 1]).toUri().toURL();
        }
      } catch (MalformedURLException impossible) {
        throw new IllegalArgumentException(impossible);
      }
      return urls;
    }
  }
}
