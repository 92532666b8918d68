package dev.tidings.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that get a {@link Browser} and a {@link Newsroom}, each one for all of them: starting
 * either takes longer than what most of them do. Skipped where no Chromium is found.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Shared.class)
@interface InChromium {}
