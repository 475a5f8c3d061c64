package io.standstill.weave;

import io.standstill.weave.jdk.JdkWeaving;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;

/**
 * Weaves classes while they are loaded, and again when they are redefined. Registered as not
 * capable of retransformation: the JVM then keeps its work when other agents retransform.
 *
 * <p>Runs on threads of the application, which may hold any lock: it takes short private locks only
 * (but see {@link JdkWeaving#awaitMonitorsOf}), and never throws. The JVM does not call it for
 * classes that it causes to be loaded itself.
 */
final class LoadTransformer implements ClassFileTransformer {
  private final ClassFilter filter;
  private final Coverage coverage;
  private final JdkWeaving jdk;
  private final CallOwners owners;

  LoadTransformer(ClassFilter filter, Coverage coverage, JdkWeaving jdk, CallOwners owners) {
    this.filter = filter;
    this.coverage = coverage;
    this.jdk = jdk;
    this.owners = owners;
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    try {
      if (loader == null) {
        return null;
      }
      String name = className != null ? className : new ClassReader(classFile).getClassName();
      if (!filter.accepts(loader, module, name)) {
        return null;
      }
      boolean counts = redefined == null && !name.equals(SelfCheck.SUBJECT);
      Coverage counted = counts ? coverage : new Coverage();
      counted.seen();
      jdk.awaitMonitorsOf(classFile);
      return ClassWeaver.weave(loader, name.replace('/', '.'), classFile, owners, counted);
    } catch (Throwable failure) {
      coverage.skip("failed (" + failure.getClass().getSimpleName() + ")", className);
      return null;
    }
  }
}
