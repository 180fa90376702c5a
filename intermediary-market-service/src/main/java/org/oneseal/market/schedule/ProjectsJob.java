package org.oneseal.market.schedule;

import java.time.InstantSource;
import org.oneseal.market.projects.AdvanceProjects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes sign-ups, draws, and lets silent winners go, within a second of their time. */
@Component
class ProjectsJob {

    private final AdvanceProjects advance;
    private final InstantSource time;

    ProjectsJob(AdvanceProjects advance, InstantSource time) {
        this.advance = advance;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${oneseal.market.projects-job:1s}")
    void run() {
        advance.advance(time.instant());
    }
}
