package org.oneseal.cases.exchange;

import static org.oneseal.platform.objection.Objection.of;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.TimeLimit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a source sent: every reason why a message cannot be taken is told at once. Members it
 * does not know are kept and otherwise ignored.
 */
final class FeedReader {

    static final int LARGEST = 64 * 1024;
    static final int MOST_EVENTS_A_CASE = 10_000;

    private static final Pattern CASE =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/:#()（）〔〕-]{0,99}");
    static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration FARTHEST_DUE = Duration.ofDays(36_525);

    private final CryptoProfile profile;

    FeedReader(CryptoProfile profile) {
        this.profile = profile;
    }

    /** What came of reading. */
    sealed interface Reading {
        record Understood(FeedMessage message) implements Reading {}

        record Refused(List<Objection> objections) implements Reading {}
    }

    Reading read(Envelope envelope, Source source, Instant now) {
        if (envelope.payload().length > LARGEST) return refused(of("feed-too-large", LARGEST));
        List<Objection> objections = new ArrayList<>();
        String claimed = envelope.attribute("source");
        if (claimed != null && !claimed.equals(source.code())) {
            objections.add(of("feed-source-forged", cut(claimed), source.code()).at("/source"));
        }
        FeedType type = type(envelope, objections);
        long sequence = sequence(envelope, objections);
        Instant time = time(envelope, now, objections);
        JsonNode data = data(envelope, objections);
        String canonical = data == null ? null : canonical(data, objections);
        if (data == null || canonical == null) return new Reading.Refused(objections);
        if (CitizenNumber.isIn(canonical + envelope.attribute("subject"))) {
            return refused(of("feed-personal-number"));
        }
        FeedFields fields = new FeedFields(data, objections);
        String sourceCase = fields.required("sourceCase", 100);
        if (!sourceCase.isEmpty() && !CASE.matcher(sourceCase).matches()) {
            objections.add(of("feed-member-malformed", "sourceCase").at("/data/sourceCase"));
        }
        sameCase(envelope, "subject", sourceCase, objections);
        sameCase(envelope, "key", sourceCase, objections);
        if (type == null) return new Reading.Refused(objections);
        if (sequence > 0 && (sequence == 1) != (type == FeedType.RECEIVED)) {
            objections.add(of("feed-first-is-receipt").at("/sequence"));
        }
        Report report = report(type, fields, source, now, objections);
        if (!objections.isEmpty() || time == null) return new Reading.Refused(objections);
        String hash = profile.digest(type.word() + '\n' + time + '\n' + canonical).toString();
        return new Reading.Understood(
                new FeedMessage(sourceCase, sequence, type, time, hash, canonical, report));
    }

    /** The same message without citizen numbers: only that may be kept. */
    static Envelope masked(Envelope envelope) {
        String text = envelope.text();
        var attributes = new java.util.HashMap<String, String>();
        envelope.attributes()
                .forEach((name, value) -> attributes.put(name, CitizenNumber.maskIn(value)));
        String without = CitizenNumber.maskIn(text);
        return new Envelope(
                attributes,
                without.equals(text)
                        ? envelope.payload()
                        : without.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Report report(
            FeedType type,
            FeedFields fields,
            Source source,
            Instant now,
            List<Objection> objections) {
        String told = fields.optional("department", 100);
        String department =
                type == FeedType.RECEIVED || told != null ? source.department(told).orElse("") : "";
        if (department.isEmpty() && (type == FeedType.RECEIVED || told != null)) {
            objections.add(
                    of("feed-department-not-registered", Objects.requireNonNullElse(told, ""))
                            .at("/data/department"));
        }
        return switch (type) {
            case RECEIVED -> {
                String item = fields.optional("itemCode", 40);
                if (item != null && !source.items().contains(item)) {
                    objections.add(of("feed-item-not-registered", item).at("/data/itemCode"));
                }
                yield new Report.Received(
                        item,
                        fields.instant("declaredDue", now.plus(FARTHEST_DUE)),
                        Objects.requireNonNullElse(fields.optional("channel", 40), "EXCHANGE"),
                        department,
                        fields.optional("applicantMask", 60),
                        fields.subjectKind());
            }
            case ACCEPTED -> new Report.Accepted();
            case STEP ->
                    new Report.Step(
                            fields.required("activity", 200), fields.optional("resource", 100));
            case SUSPENDED ->
                    new Report.Suspended(
                            fields.required("procedureId", 60),
                            fields.required("kind", 40),
                            Objects.requireNonNullElse(fields.optional("ground", 200), ""),
                            Objects.requireNonNullElse(fields.optional("reason", 500), ""),
                            fields.number("announcedDays", 1, 365),
                            Objects.requireNonNullElse(fields.optional("commissionedBy", 200), ""));
            case RESUMED -> new Report.Resumed(fields.required("procedureId", 60));
            case EXTENDED ->
                    new Report.Extended(
                            TimeLimit.workingDays(fields.number("workingDays", 1, 365)),
                            Objects.requireNonNullElse(fields.optional("reason", 500), ""));
            case FINISHED -> new Report.Finished(fields.required("result", 20));
        };
    }

    private static @Nullable FeedType type(Envelope envelope, List<Objection> objections) {
        String text = required(envelope, "type", objections);
        if (text == null) return null;
        FeedType type = FeedType.of(text).orElse(null);
        if (type == null) objections.add(of("feed-type-unknown", cut(text)).at("/type"));
        return type;
    }

    private static long sequence(Envelope envelope, List<Objection> objections) {
        String text = required(envelope, "sequence", objections);
        if (text == null) return 0;
        if (!text.matches("[1-9][0-9]{0,17}")) {
            objections.add(of("feed-attribute-malformed", "sequence").at("/sequence"));
            return 0;
        }
        long sequence = Long.parseLong(text);
        if (sequence > MOST_EVENTS_A_CASE) {
            objections.add(of("feed-too-many-events", MOST_EVENTS_A_CASE).at("/sequence"));
        }
        return sequence;
    }

    private static @Nullable Instant time(
            Envelope envelope, Instant now, List<Objection> objections) {
        String text = required(envelope, "time", objections);
        if (text == null) return null;
        Instant time = instant(text);
        if (time == null) {
            objections.add(of("feed-attribute-malformed", "time").at("/time"));
            return null;
        }
        if (time.isBefore(EARLIEST) || time.isAfter(now.plus(AHEAD))) {
            objections.add(of("feed-time-implausible", cut(text)).at("/time"));
            return null;
        }
        return time;
    }

    private static @Nullable JsonNode data(Envelope envelope, List<Objection> objections) {
        try {
            JsonNode data = CanonicalJson.mapper().readTree(envelope.payload());
            if (data.isObject()) return data;
        } catch (JacksonException e) {
            // told below, like every other data that are no object
        }
        objections.add(of("feed-data-malformed").at("/data"));
        return null;
    }

    private static @Nullable String canonical(JsonNode data, List<Objection> objections) {
        try {
            return CanonicalJson.write(data);
        } catch (IllegalArgumentException e) {
            objections.add(of("feed-data-malformed").at("/data"));
            return null;
        }
    }

    private static void sameCase(
            Envelope envelope, String attribute, String sourceCase, List<Objection> objections) {
        String told = envelope.attribute(attribute);
        if (told != null && !told.equals(sourceCase)) {
            objections.add(of("feed-case-mismatch", attribute).at("/" + attribute));
        }
    }

    private static @Nullable String required(
            Envelope envelope, String attribute, List<Objection> objections) {
        String value = envelope.attribute(attribute);
        if (value != null && !value.isBlank()) return value;
        objections.add(of("feed-attribute-missing", attribute).at("/" + attribute));
        return null;
    }

    static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String cut(String text) {
        return Objects.requireNonNullElse(Envelope.shown(text), "");
    }

    private static Reading refused(Objection objection) {
        return new Reading.Refused(List.of(objection));
    }
}
