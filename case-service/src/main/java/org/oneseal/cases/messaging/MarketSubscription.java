package org.oneseal.cases.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.suspension.Projects;
import org.oneseal.cases.suspension.ResumeByResult;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Hears which institution works for whom and when its result is there. */
@Component
class MarketSubscription implements Subscription {

    private static final String COMMISSIONED = "org.oneseal.market.commissioned";
    private static final String DELIVERED = "org.oneseal.market.result-delivered";

    private final ResumeByResult resumeByResult;
    private final Projects projects;
    private final InstantSource time;

    MarketSubscription(ResumeByResult resumeByResult, Projects projects, InstantSource time) {
        this.resumeByResult = resumeByResult;
        this.projects = projects;
        this.time = time;
    }

    /** The market's language as we read it. */
    record FromMarket(
            String projectId,
            String role,
            @Nullable String caseId,
            @Nullable Instant deliveredAt) {}

    @Override
    public String name() {
        return "cases-market";
    }

    @Override
    public String topic() {
        return "oneseal.market.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            switch (event.type()) {
                case COMMISSIONED -> {
                    var told = event.as(FromMarket.class);
                    resumeByResult.commissioned(told.projectId(), told.role(), told.caseId());
                }
                case DELIVERED -> {
                    var told = event.as(FromMarket.class);
                    Instant at = told.deliveredAt() == null ? event.time() : told.deliveredAt();
                    resumeByResult.delivered(
                            told.projectId(), told.role(), told.caseId(), at, time.instant());
                }
                default -> {}
            }
        }
    }

    @Override
    public void reset() {
        projects.forgetTold();
    }
}
