package org.oneseal.catalog.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that the decreed years that come with the service and the coming years are there. A
 * year that an operator has published is never replaced by a shipped or a provisional one.
 */
@Component
public class ProvideCalendars {

    private final Calendars calendars;
    private final ShippedCalendars shipped;
    private final PublishCalendar publish;

    ProvideCalendars(Calendars calendars, ShippedCalendars shipped, PublishCalendar publish) {
        this.calendars = calendars;
        this.shipped = shipped;
        this.publish = publish;
    }

    /**
     * Publishes what is missing: each shipped year, and for this and the coming year a provisional
     * calendar where there is no decree.
     *
     * @param today in Asia/Shanghai
     * @return what was published
     */
    @Transactional
    public List<YearCalendar> provide(LocalDate today, Instant now) {
        List<YearCalendar> published = new ArrayList<>();
        shipped.decreed()
                .forEach(
                        (year, content) -> {
                            Optional<YearCalendar> before =
                                    calendars.current(RegionCode.NATION, year);
                            if (before.isEmpty() || before.get().content().provisional()) {
                                published.add(
                                        publish.put(RegionCode.NATION, year, content, before, now));
                            }
                        });
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            if (calendars.current(RegionCode.NATION, year).isPresent()) continue;
            CalendarContent content = CalendarContent.withoutDecree(year);
            published.add(publish.put(RegionCode.NATION, year, content, Optional.empty(), now));
        }
        return published;
    }
}
