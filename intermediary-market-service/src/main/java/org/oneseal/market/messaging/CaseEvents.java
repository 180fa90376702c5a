package org.oneseal.market.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.KnownCases;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Which cases are being handled, and by whom: only for those can a service be commissioned. */
@Component
class CaseEvents implements Subscription {

    private static final Set<String> OPENING = Set.of("accepted", "deemed-accepted");
    private static final Set<String> CLOSING =
            Set.of("decided", "finished", "withdrawn", "returned", "not-accepted");

    private final KnownCases cases;

    CaseEvents(KnownCases cases) {
        this.cases = cases;
    }

    /** What all case events say about their case; a source's own case may have no item. */
    record FromCases(@JsonProperty("case") About about) {

        record About(
                String caseId,
                @Nullable String itemCode,
                @Nullable Integer itemVersion,
                @Nullable String region,
                @Nullable String department) {}
    }

    @Override
    public String name() {
        return "market-cases";
    }

    @Override
    public String topic() {
        return "oneseal.cases.v1";
    }

    @Override
    public boolean concerns(IncomingEvent event) {
        return OPENING.contains(event.name()) || CLOSING.contains(event.name());
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (OPENING.contains(event.name())) keep(event.as(FromCases.class).about());
            if (CLOSING.contains(event.name())) cases.close(event.key());
        }
    }

    @Override
    public void reset() {
        cases.clear();
    }

    private void keep(FromCases.About about) {
        String item = about.itemCode();
        Integer version = about.itemVersion();
        String region = about.region();
        String department = about.department();
        if (item == null || version == null || region == null || department == null) return;
        cases.keep(
                new KnownCases.KnownCase(about.caseId(), item, version, region, department, true));
    }
}
