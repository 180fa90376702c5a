package org.oneseal.platform.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * One more process of the service under test, as far as database, broker and keys can tell; it has
 * the test's clock and trusts the test's tokens.
 */
public final class Replica implements AutoCloseable {

    private static final List<String> SHARED =
            List.of(
                    "ONESEAL_DB_URL",
                    "ONESEAL_DB_USER",
                    "ONESEAL_DB_PASSWORD",
                    "ONESEAL_KAFKA",
                    "ONESEAL_KEY_DIR");

    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param application the service's main class
     * @param first the context of the test
     * @param more settings that the test makes for itself
     */
    public static Replica of(
            Class<?> application, ApplicationContext first, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        for (String name : SHARED) {
            settings.put(name, first.getEnvironment().getRequiredProperty(name));
        }
        settings.put("server.port", 0);
        return new Replica(
                new SpringApplicationBuilder(application)
                        .initializers(
                                context -> {
                                    context.getEnvironment()
                                            .getPropertySources()
                                            .addFirst(new MapPropertySource("replica", settings));
                                    var beans = context.getBeanFactory();
                                    beans.registerSingleton(
                                            "sharedDecoder", first.getBean(JwtDecoder.class));
                                    beans.registerSingleton(
                                            "sharedClock", first.getBean(MovableClock.class));
                                })
                        .run());
    }

    public boolean isRunning() {
        return context.isActive();
    }

    @Override
    public void close() {
        context.close();
    }
}
