package org.oneseal.credit;

import java.time.Instant;
import java.util.List;
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

        Decision of(String caseOfIt, String party, String uscc) {
            about().put("caseId", caseOfIt).put("party", party);
            data.put("subjectUscc", uscc);
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
            String key = about().path("caseId").asString();
            topics.send(
                    "oneseal.cases.v1",
                    key,
                    "org.oneseal.cases.decided",
                    sequence,
                    at,
                    region,
                    region.substring(0, 6) + "-SJ",
                    data);
            return key;
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

    /** A promise of two materials, as event number three of its case. */
    void promises(String caseId, String promiseId, String party, String due) {
        ObjectNode data = aboutCase(caseId, party);
        ObjectNode promise = data.putObject("promise");
        promise.put("promiseId", promiseId);
        promise.put("textHash", "SM3:" + "%064x".formatted(1));
        promise.put("promisedAt", "2026-11-24T03:00:00Z");
        var materials = promise.putArray("materials");
        for (String code : List.of("M1", "M2")) {
            materials.addObject().put("code", code).put("name", "材料" + code).put("due", due);
        }
        tells(caseId, "promised", 3, "2026-11-24T03:00:00Z", data);
    }

    void handsIn(String caseId, String promiseId, String material, long sequence, String at) {
        ObjectNode data = aboutCase(caseId, "p");
        data.put("promiseId", promiseId).put("material", material).put("handedInAt", at);
        tells(caseId, "promise-fulfilled", sequence, at, data);
    }

    void overdue(String caseId, String promiseId, long sequence, String at) {
        ObjectNode data = aboutCase(caseId, "p");
        data.put("promiseId", promiseId).put("due", at.substring(0, 10));
        data.putArray("materials").add("M1").add("M2");
        tells(caseId, "promise-overdue", sequence, at, data);
    }

    private static ObjectNode aboutCase(String caseId, String party) {
        ObjectNode data = sample("case-service", "decided").objectNode();
        ObjectNode about =
                (ObjectNode)
                        Objects.requireNonNull(sample("case-service", "decided").get("case"))
                                .deepCopy();
        data.set("case", about.put("caseId", caseId).put("party", party));
        return data;
    }

    private void tells(String caseId, String what, long sequence, String at, ObjectNode data) {
        topics.send(
                "oneseal.cases.v1",
                caseId,
                "org.oneseal.cases." + what,
                sequence,
                Instant.parse(at),
                LENGSHUITAN,
                "431103-SJ",
                data);
    }

    /** The nation's calendar of 2026 as the catalog publishes it. */
    void calendar2026() {
        calendar(2026, 1, false, null);
    }

    /** A calendar of another year: only weekends rest, and one more day where one is given. */
    void calendar(int year, int version, boolean provisional, @Nullable String holiday) {
        calendar("100000000000", year, version, provisional, holiday);
    }

    /** A year of 冷水滩区 alone, so that other stories keep the nation's. */
    void ownCalendar(int year) {
        calendar(LENGSHUITAN, year, 1, false, null);
    }

    private void calendar(
            String where, int year, int version, boolean provisional, @Nullable String holiday) {
        ObjectNode data = sample("catalog-service", "calendar-published");
        data.put("region", where)
                .put("year", year)
                .put("version", version)
                .put("provisional", provisional);
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
                where + "/" + year,
                "org.oneseal.catalog.calendar-published",
                version,
                Instant.parse("2026-11-01T00:00:00Z"),
                where,
                null,
                data);
    }

    private static ObjectNode sample(String module, String event) {
        return (ObjectNode)
                Objects.requireNonNull(Contracts.of(module).samples().get(event)).deepCopy();
    }
}
