package org.oneseal.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.items.ItemSamples.licence;
import static org.oneseal.catalog.publishing.ChangedItems.changed;
import static org.oneseal.catalog.publishing.ChangedItems.objections;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.ItemContent;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.catalog.items.Remark;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * A promise that is shorter than the law by the table of units may still end later on some days.
 */
class PromiseRemarksTest {

    @Test
    void aPromiseThatIsShorterByTheTableAndLongerOnSomeDaysIsRemarkedNotRefused() {
        ItemContent content =
                changed(
                        """
                        {"legalLimit":{"amount":7,"unit":"CALENDAR_DAY"},
                         "promisedLimit":{"amount":5,"unit":"WORKING_DAY"}}
                        """);
        assertThat(objections(content)).isEmpty();
        List<Remark> remarks = ItemSamples.rules().remarks(content, LocalDate.of(2027, 1, 1));
        assertThat(remarks).isNotEmpty();
        assertThat(remarks).allMatch(r -> r.promisedDue().isAfter(r.legalDue()));
        ItemContent fit = licence();
        assertThat(ItemSamples.rules().remarks(fit, LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(TimeLimit.workingDays(5).isWithin(TimeLimit.calendarDays(7))).isTrue();
    }
}
