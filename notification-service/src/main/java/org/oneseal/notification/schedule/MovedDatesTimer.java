package org.oneseal.notification.schedule;

import org.oneseal.notification.inbox.TellMovedDates;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells of dates that a decree moved when nothing more has come for a while. */
@Component
class MovedDatesTimer {

    private final TellMovedDates tellMovedDates;

    MovedDatesTimer(TellMovedDates tellMovedDates) {
        this.tellMovedDates = tellMovedDates;
    }

    @Scheduled(fixedDelayString = "${oneseal.notification.moved-dates.beat:1s}")
    void tell() {
        boolean more = true;
        while (more) more = tellMovedDates.tell();
    }
}
