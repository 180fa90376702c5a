package org.oneseal.platform.calendars;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.oneseal.platform.persistence.Json;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires table, subscription and calendars where {@code oneseal.calendars.follow} is true. */
@AutoConfiguration(
        beforeName = {
            "org.oneseal.platform.messaging.MessagingConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        },
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnProperty("oneseal.calendars.follow")
public class CalendarsConfiguration {

    @Bean
    FlywayConfigurationCustomizer calendarTable() {
        return flyway ->
                flyway.locations(
                        Stream.concat(
                                        Arrays.stream(flyway.getLocations())
                                                .map(Location::toString),
                                        Stream.of("classpath:db/calendars"))
                                .toArray(String[]::new));
    }

    @Bean
    JdbcCalendars catalogCalendars(JdbcClient jdbc, Json json) {
        return new JdbcCalendars(jdbc, json);
    }

    @Bean
    CalendarEvents calendarEvents(
            @Value("${oneseal.service}") String service,
            JdbcCalendars calendars,
            ObjectProvider<CalendarFollower> followers,
            InstantSource time) {
        return new CalendarEvents(service, calendars, followers, time);
    }
}
