package org.oneseal.market.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;

/** The calendars that the catalog publishes today can be read here. */
class ConsumedContractsTest {

    @Test
    void theCalendarOfTheCatalogIsRead() {
        FromCatalog calendar =
                EventJson.reader()
                        .treeToValue(
                                Objects.requireNonNull(
                                        Contracts.of("catalog-service")
                                                .samples()
                                                .get("calendar-published")),
                                FromCatalog.class);

        assertThat(calendar.calendarYear().holidays()).containsKey(LocalDate.of(2026, 10, 1));
        assertThat(calendar.calendarYear().makeUpDays()).containsKey(LocalDate.of(2026, 10, 10));
    }
}
