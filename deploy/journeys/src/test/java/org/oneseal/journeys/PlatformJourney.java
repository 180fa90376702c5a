package org.oneseal.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A journey on the platform that all such journeys share: it starts with the first and ends with
 * the last. Journeys take it as the parameter {@link World}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(PlatformJourney.SharedWorld.class)
@interface PlatformJourney {

    /** The day on which the shared platform begins when this journey is its first. */
    String begins() default "2026-12-28";

    /** Keeps the shared platform until the last journey is over. */
    final class SharedWorld implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == World.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(SharedWorld.class))
                    .computeIfAbsent(
                            World.class, _ -> World.start("shared", offset(context)), World.class);
        }

        private static Duration offset(ExtensionContext first) {
            String day = first.getRequiredTestClass().getAnnotation(PlatformJourney.class).begins();
            return World.until(LocalDate.parse(day));
        }
    }
}
