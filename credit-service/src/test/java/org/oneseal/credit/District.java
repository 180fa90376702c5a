package org.oneseal.credit;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Topics;
import tools.jackson.databind.node.ObjectNode;

/** The services around this one, as far as their events go: their own samples, slightly changed. */
final class District {

    static final String LENGSHUITAN = "431103000000";
    static final String LINGLING = "431102000000";

    private final Topics topics;

    District(Topics topics) {
        this.topics = topics;
    }

    /** A decision in the making; nothing is sent before {@link #send}. */
    final class Decision {
        private final ObjectNode data;
        private final String caseId = "case-" + UUID.randomUUID();
        private String region = LENGSHUITAN;
        private Instant at = Instant.parse("2026-11-24T03:00:00Z");

        Decision() {
            data = sample("case-service", "decided");
            about().put("caseId", caseId);
            data.put("decisionNumber", "冷许决〔2026〕" + caseId.substring(5, 13) + "号");
        }

        Decision in(String where) {
            region = where;
            about().put("region", where);
            about().put("department", where.substring(0, 6) + "-SJ");
            return this;
        }

        Decision at(String when) {
            at = Instant.parse(when);
            return this;
        }

        Decision refused() {
            data.put("granted", false);
            return this;
        }

        Decision notPublic() {
            data.put("publicity", false);
            return this;
        }

        Decision noLicence() {
            about().put("itemType", "20");
            return this;
        }

        Decision toPerson(String name) {
            data.put("subjectKind", "NATURAL").put("subjectName", name).putNull("subjectUscc");
            return this;
        }

        String number() {
            return data.path("decisionNumber").asString();
        }

        /** Sends it as event number seven of its case; the same again is the same event. */
        String send() {
            return send(7);
        }

        String send(long sequence) {
            topics.send(
                    "oneseal.cases.v1",
                    caseId,
                    "org.oneseal.cases.decided",
                    sequence,
                    at,
                    region,
                    region.substring(0, 6) + "-SJ",
                    data);
            return caseId;
        }

        private ObjectNode about() {
            return (ObjectNode) Objects.requireNonNull(data.get("case"));
        }
    }

    Decision decision() {
        return new Decision();
    }

    /** The end of a case with a result code; event number nine. */
    void finishes(String caseId, String result) {
        ObjectNode data = sample("case-service", "finished");
        ((ObjectNode) Objects.requireNonNull(data.get("case"))).put("caseId", caseId);
        data.put("result", result);
        topics.send(
                "oneseal.cases.v1",
                caseId,
                "org.oneseal.cases.finished",
                9,
                Instant.parse("2026-11-25T03:00:00Z"),
                LENGSHUITAN,
                null,
                data);
    }

    /** The nation's calendar of 2026 as the catalog publishes it. */
    void calendar2026() {
        calendar(2026, 1, false, null);
    }

    /** A calendar of another year: only weekends rest, and one more day where one is given. */
    void calendar(int year, int version, boolean provisional, @Nullable String holiday) {
        ObjectNode data = sample("catalog-service", "calendar-published");
        data.put("year", year).put("version", version).put("provisional", provisional);
        data.put("hash", "SM3:" + "%064x".formatted(year * 100L + version));
        if (year != 2026) {
            var holidays = data.putArray("holidays");
            if (holiday != null) holidays.add(holiday);
            data.putArray("makeupDays");
            data.putObject("dayNames");
            data.put("decree", "关于" + year + "年的通知（虚构）");
        }
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/" + year,
                "org.oneseal.catalog.calendar-published",
                version,
                Instant.parse("2026-11-01T00:00:00Z"),
                "100000000000",
                null,
                data);
    }

    private static ObjectNode sample(String module, String event) {
        return (ObjectNode)
                Objects.requireNonNull(Contracts.of(module).samples().get(event)).deepCopy();
    }
}
