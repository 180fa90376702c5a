package org.oneseal.platform.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;

/** The calendar that the catalog publishes today can be read by every service that follows it. */
class PublishedCalendarTest {

    private static final Path SAMPLE =
            Path.of("../../catalog-service/contracts/events/v1/samples/calendar-published.json");

    @Test
    void itsHolidaysAndMakeUpDaysAreRead() throws IOException {
        FromCatalog calendar =
                EventJson.reader().readValue(Files.readString(SAMPLE), FromCatalog.class);

        assertThat(calendar.calendarYear().holidays()).containsKey(LocalDate.of(2026, 10, 1));
        assertThat(calendar.calendarYear().makeUpDays()).containsKey(LocalDate.of(2026, 10, 10));
    }
}
