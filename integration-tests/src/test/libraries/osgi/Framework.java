package osgi;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.FrameworkFactory;
import verdicts.Stage;

/**
 * An OSGi framework that delegates nothing to the boot loader but {@code java.*}, as the standard
 * has it, and runs one bundle.
 */
public final class Framework {
  public static void main(String[] args) throws Exception {
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).iterator().next();
    var framework =
        factory.newFramework(
            Map.of(
                Constants.FRAMEWORK_STORAGE,
                args[1],
                Constants.FRAMEWORK_STORAGE_CLEAN,
                Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                Constants.FRAMEWORK_BOOTDELEGATION,
                ""));
    framework.start();
    Bundle bundle = framework.getBundleContext().installBundle(Path.of(args[0]).toUri().toString());
    bundle.start();
    Class<?> type = bundle.loadClass("osgi.Hang");
    System.out.println("bundle's own loader: " + (type.getClassLoader() != loader()));
    Stage.say("STARTED");
    framework.stop();
    System.out.println("stopped: " + framework.waitForStop(10_000).getType());
    Runtime.getRuntime().halt(0);
  }

  private static ClassLoader loader() {
    return Framework.class.getClassLoader();
  }
}
