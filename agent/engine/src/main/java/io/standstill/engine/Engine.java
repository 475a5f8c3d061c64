package io.standstill.engine;

import io.standstill.options.AttachChannel;
import io.standstill.options.OptionException;
import io.standstill.options.OptionParser;
import io.standstill.options.Options;
import io.standstill.order.Baseline;
import io.standstill.weave.Weaving;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Where the launcher enters. A wrong option stops a JVM that is starting and leaves one that is
 * running untouched; a failure of ours never does more than leave the application unwatched.
 *
 * <p>Nothing in this class may refer to the recorder, whose classes do not exist yet.
 */
public final class Engine {
  private static final int WRONG_OPTION_STATUS = 2;
  private static final String BEFORE_ATTACH =
      " loaded classes woven; of locks acquired before attach the owner is known but not the place,"
          + " and of permits and stamps not even the owner";

  private Engine() {}

  /** At start-up, before {@code main}. */
  public static void premain(String argument, Instrumentation instrumentation, File agentJar) {
    try {
      JdkModules.openToEngine(instrumentation);
      if (RecorderDefiner.isDefined()) {
        say(whyNotAgain() + "; the second -javaagent is ignored");
        return;
      }
      Options options = OptionParser.parse(argument);
      if (options.turnedOff() != null) {
        say(whyOff(options));
        AgentProperties.answer(AttachChannel.REFUSED, whyOff(options));
        return;
      }
      String message = start(options, instrumentation, agentJar, false);
      AgentProperties.answer(AttachChannel.WATCHING, message);
    } catch (OptionException wrong) {
      write(wrong.getMessage());
      Runtime.getRuntime().halt(WRONG_OPTION_STATUS);
    } catch (Throwable failure) {
      say("cannot start, the application runs unwatched: " + failure);
      AgentProperties.answer(AttachChannel.FAILED, "cannot start: " + failure);
    }
  }

  /** On attach. The answer travels back through {@link AttachChannel}. */
  public static void agentmain(String argument, Instrumentation instrumentation, File agentJar) {
    try {
      JdkModules.openToEngine(instrumentation);
      if (RecorderDefiner.isDefined()) {
        refuseAgain();
        return;
      }
      Options options = OptionParser.parse(argument);
      if (options.turnedOff() != null) {
        AgentProperties.answer(AttachChannel.REFUSED, whyOff(options));
        return;
      }
      String message = start(options, instrumentation, agentJar, true);
      AgentProperties.answer(AttachChannel.WATCHING, message);
    } catch (OptionException wrong) {
      AgentProperties.answer(AttachChannel.REFUSED, wrong.getMessage());
    } catch (Throwable failure) {
      AgentProperties.answer(AttachChannel.FAILED, "cannot watch this process: " + failure);
    }
  }

  private static void refuseAgain() {
    String status = hasFailed() ? AttachChannel.FAILED : AttachChannel.REFUSED;
    AgentProperties.answer(status, whyNotAgain() + "; nothing was changed");
  }

  /** The recorder can be defined only once in the life of a JVM. */
  private static String whyNotAgain() {
    return hasFailed()
        ? "Standstill failed to start before; restart the JVM to watch it"
        : "this process is watched already";
  }

  private static String whyOff(Options options) {
    return "turned off by " + options.turnedOff() + "; nothing is watched";
  }

  private static boolean hasFailed() {
    return AttachChannel.FAILED.equals(AgentProperties.get(AttachChannel.STATUS));
  }

  private static String start(
      Options options, Instrumentation instrumentation, File agentJar, boolean attached)
      throws Exception {
    Outputs outputs = Outputs.open(options);
    Baseline baseline = Predictions.baseline(options);
    if (attached) {
      dropCompiledCode(instrumentation);
    }
    RecorderDefiner.define(agentJar, instrumentation);
    Assembly assembly =
        new Assembly(options, outputs, baseline, instrumentation, agentJar, attached);
    Weaving weaving = assembly.begin();
    AgentProperties.set(AttachChannel.SINCE, Instant.now().toString());
    if (!attached) {
      assembly.weaveEarlier();
      return "watching";
    }
    weaving.weaveJdk();
    int woven = weaving.weaveLoaded();
    assembly.allWoven();
    return "watching; " + woven + BEFORE_ATTACH;
  }

  /**
   * The first time that a class is redefined after an attach, the JVM throws away what is compiled
   * of all classes. The sooner, the less there is: a class that nobody runs is redefined as it is.
   */
  private static void dropCompiledCode(Instrumentation instrumentation)
      throws UnmodifiableClassException {
    instrumentation.retransformClasses(AttachChannel.class);
  }

  /** One line to file descriptor 2: {@code System.err} belongs to the application. */
  private static void say(String line) {
    write("standstill: " + line);
  }

  private static void write(String line) {
    FileOutputStream out = new FileOutputStream(FileDescriptor.err);
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException nobodyListens) {
      return; // There is no other place to say it.
    }
  }
}
