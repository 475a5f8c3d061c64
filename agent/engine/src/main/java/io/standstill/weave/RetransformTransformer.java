package io.standstill.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Weaves classes that were loaded before the agent came, each time they are retransformed: first by
 * {@link Weaving#weaveLoaded}, later perhaps by other agents. All others carry the work of {@link
 * LoadTransformer} with them.
 */
final class RetransformTransformer implements ClassFileTransformer {
  private final EarlierClasses earlier;
  private final Coverage coverage;
  private final LoadedGlance glance;
  private final CallOwners owners;

  RetransformTransformer(
      EarlierClasses earlier, Coverage coverage, LoadedGlance glance, CallOwners owners) {
    this.earlier = earlier;
    this.coverage = coverage;
    this.glance = glance;
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
    if (redefined == null) {
      return null;
    }
    if (glance.isAt(redefined)) {
      return glance.lookAt(classFile);
    }
    try {
      if (!earlier.contains(redefined)) {
        return null;
      }
      boolean first = earlier.isUnseen(redefined);
      Coverage counted = first ? coverage : new Coverage();
      counted.seen();
      byte[] woven = ClassWeaver.weave(loader, redefined.getName(), classFile, owners, counted);
      if (first) {
        earlier.done(redefined, woven != null);
      }
      return woven;
    } catch (Throwable failure) {
      coverage.skip("failed (" + failure.getClass().getSimpleName() + ")", className);
      return null;
    }
  }
}
