package dev.tidings.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts what tests share when the first of them wants it; it ends with this JVM. JUnit's own
 * stores would end it with each class, for Surefire launches JUnit anew for every one.
 */
final class Shared implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static @Nullable Browser browser;
  private static @Nullable Newsroom newsroom;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Browser.missing()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Chromium is there"));
  }

  @Override
  public boolean supportsParameter(ParameterContext wanted, ExtensionContext context) {
    Class<?> type = wanted.getParameter().getType();
    return type == Browser.class || type == Newsroom.class;
  }

  @Override
  public Object resolveParameter(ParameterContext wanted, ExtensionContext context) {
    return wanted.getParameter().getType() == Browser.class ? browser() : newsroom();
  }

  private static synchronized Browser browser() {
    if (browser == null) {
      Browser started = Browser.withScripts();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      browser = started;
    }
    return browser;
  }

  private static synchronized Newsroom newsroom() {
    if (newsroom == null) {
      Newsroom started = Newsroom.start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      newsroom = started;
    }
    return newsroom;
  }

  /** What a browser complains of, a page that breaks its own policy above all, fails the test. */
  @Override
  public void afterEach(ExtensionContext context) {
    Browser used = browser;
    if (used != null) {
      used.tidy();
      assertThat(used.complaints()).isEmpty();
    }
  }
}
