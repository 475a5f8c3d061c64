package io.standstill.order;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of the names of classes and methods what differs from build to build and from run to
 * run: the numbers that compilers give to the lambdas of a class, and those that the JVM gives to
 * hidden classes and proxies. All lambdas of a method have one name then.
 *
 * <p>Asked for each circle that is found, and of those there may be thousands: so a pattern is
 * looked for only where there is a word of it.
 */
final class StableNames {
  /** What javac, Kotlin and Scala put into the names of lambdas, and all that follows. */
  private static final Pattern LAMBDA = Pattern.compile("(?:lambda|\\$anonfun)\\$[^.@(\\s]*");

  private static final Pattern NUMBER = Pattern.compile("\\$[0-9]+(?=\\$|$)");

  private static final Pattern OF_THE_JVM =
      Pattern.compile("(?<=\\$\\$Lambda)\\$[0-9]+|/(?:0x)?[0-9a-fA-F]+|(?<=\\$Proxy)[0-9]+");

  private StableNames() {}

  /** A text with names, which may be stable ones already. */
  static String in(String text) {
    String stable = text;
    if (text.contains("lambda$") || text.contains("$anonfun$")) {
      stable = LAMBDA.matcher(stable).replaceAll(StableNames::unnumbered);
    }
    if (text.contains("/") || text.contains("$Proxy")) {
      stable = OF_THE_JVM.matcher(stable).replaceAll("");
    }
    return stable;
  }

  private static String unnumbered(MatchResult lambda) {
    return Matcher.quoteReplacement(NUMBER.matcher(lambda.group()).replaceAll(""));
  }
}
