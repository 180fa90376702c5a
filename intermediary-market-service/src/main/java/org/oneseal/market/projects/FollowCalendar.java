package org.oneseal.market.projects;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.calendars.CalendarFollower;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A calendar has changed: the last days to confirm and to conclude contracts move with it. */
@Component("followCalendarOfProjects")
class FollowCalendar implements CalendarFollower {

    private static final int CHUNK = 500;

    private final Projects projects;
    private final WorkingDays workingDays;
    private final ProjectBook book;

    FollowCalendar(Projects projects, WorkingDays workingDays, ProjectBook book) {
        this.projects = projects;
        this.workingDays = workingDays;
        this.book = book;
    }

    @Override
    @Transactional
    public void follow(RegionCode region, @Nullable String decree, Instant now) {
        String after = "";
        List<Project> chunk;
        do {
            chunk = projects.waitingWithin(region, after, CHUNK);
            for (Project project : chunk) {
                project.reschedule(workingDays.recounted(project), decree)
                        .ifPresent(moved -> book.keep(moved, Actor.source("catalog", null), now));
                after = project.id();
            }
        } while (chunk.size() == CHUNK);
    }
}
