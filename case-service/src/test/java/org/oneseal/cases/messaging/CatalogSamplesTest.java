package org.oneseal.cases.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.items.ItemVersion.Necessity;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.worktime.TimeLimit;

class CatalogSamplesTest {

    private final Contracts catalog = Contracts.of("catalog-service");

    @Test
    void everyStateOfAnItemIsRead() {
        for (String event : new String[] {"item-published", "item-suspended", "item-cancelled"}) {
            var item = read(event, FromCatalog.Item.class).item();

            assertThat(item.itemCode()).hasSize(31);
            assertThat(item.promisedLimit()).isNotNull();
            assertThat(item.steps()).isNotEmpty();
        }
        var published = read("item-published", FromCatalog.Item.class).item();
        assertThat(published.materials())
                .extracting(m -> m.necessity())
                .contains(Necessity.REQUIRED);
        assertThat(Objects.requireNonNull(published.deemedAcceptance()).limit())
                .isEqualTo(TimeLimit.workingDays(5));
        assertThat(published.specialProcedure("EXPERT_REVIEW")).isPresent();
    }

    @Test
    void aCalendarIsRead() {
        var year = read("calendar-published", FromCatalog.Calendar.class).calendarYear();

        assertThat(year.year()).isEqualTo(2026);
        assertThat(year.makeUpDays()).isNotEmpty();
        assertThat(year.provisional()).isFalse();
    }

    private <T> T read(String event, Class<T> type) {
        return EventJson.reader().treeToValue(catalog.samples().get(event), type);
    }
}
