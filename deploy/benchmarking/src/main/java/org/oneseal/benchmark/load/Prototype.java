package org.oneseal.benchmark.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.evidence.CanonicalJson;
import org.oneseal.platform.evidence.Entry;
import org.oneseal.platform.evidence.Salt;
import org.oneseal.platform.identity.CertificateId;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/**
 * A case that the platform has handled, taken apart into what its copies keep and what they say
 * anew. It was handled within a few minutes of one day, and its limits are working days.
 */
final class Prototype {

    private static final List<String> LEVELS =
            List.of("province", "city", "county", "town", "village");

    private final Map<String, String> mainRow;
    private final List<Table> tables = new ArrayList<>();
    private final List<Past> history = new ArrayList<>();

    /** Ids of the watches that are open. */
    private final Set<String> open = new HashSet<>();

    private final CryptoProfile profile;
    private final FieldCipher cipher;
    private final Instant receivedAt;
    private final @Nullable CertificateId certificate;

    /** On how many of the last working days its copies came in. */
    final int lastDays;

    /** Where a row goes, and how a copy of it reads. */
    private record Table(Target target, List<Stencil> row) {}

    /** A table of one of the two databases, in the order in which it is filled. */
    record Target(boolean supervision, String table, List<String> columns) {}

    private record Past(
            String type, Instant occurredAt, Instant recordedAt, Stencil actor, Stencil data) {}

    private Prototype(
            Map<String, String> mainRow,
            @Nullable CertificateId certificate,
            CryptoProfile profile,
            FieldCipher cipher,
            int lastDays) {
        this.mainRow = mainRow;
        this.certificate = certificate;
        this.profile = profile;
        this.cipher = cipher;
        this.lastDays = lastDays;
        this.receivedAt = instant(word("received_at"));
    }

    /**
     * Reads a case.
     *
     * @param supervision null where its watches are not wanted
     */
    static Prototype of(
            String caseId,
            Connection cases,
            @Nullable Connection supervision,
            WorkCalendar calendar,
            CryptoProfile profile,
            FieldCipher cipher,
            int lastDays)
            throws SQLException {
        Rows main = Rows.of(cases, "cases", "id", caseId, "id");
        Rows certificates = Rows.of(cases, "certificate", "case_id", caseId, "id");
        if (main.rows().size() != 1) throw new IllegalStateException("no case " + caseId);
        Map<String, String> row = new LinkedHashMap<>();
        main.rows()
                .getFirst()
                .forEach((column, value) -> row.put(column, value == null ? "" : value));
        CertificateId certificate =
                certificates.rows().isEmpty()
                        ? null
                        : new CertificateId(
                                Objects.requireNonNull(certificates.rows().getFirst().get("id")));
        var it = new Prototype(row, certificate, profile, cipher, lastDays);
        Rows past = Rows.of(cases, "history", "aggregate_id", caseId, "sequence");
        var marks =
                new Marks(it.words(certificates, decisionNumber(past)), it.receivedAt, calendar);
        for (var entry : past.rows()) {
            it.history.add(
                    new Past(
                            need(entry.get("type")),
                            instant(need(entry.get("occurred_at"))),
                            instant(need(entry.get("recorded_at"))),
                            need(Stencil.cut(entry.get("actor"), marks)),
                            need(Stencil.cut(entry.get("data"), marks))));
        }
        it.take(false, main, marks);
        it.take(false, certificates, marks);
        if (supervision != null) {
            Rows watches = Rows.of(supervision, "watches", "case_id", caseId, "id");
            for (var watch : watches.rows()) {
                if (watch.get("closed_at") == null) it.open.add(need(watch.get("id")));
            }
            for (var watched :
                    List.of(
                            Rows.of(supervision, "dossiers", "case_id", caseId, "case_id"),
                            watches,
                            Rows.of(supervision, "watch_progress", "case_id", caseId, "id"),
                            Rows.of(supervision, "inbox_key", "key", caseId, "key"))) {
                it.take(true, watched, marks);
            }
        }
        return it;
    }

    private static @Nullable String decisionNumber(Rows past) {
        for (var entry : past.rows()) {
            String data = entry.get("data");
            if (!"cases.decided".equals(entry.get("type")) || data == null) continue;
            return CanonicalJson.parse(data).path("decisionNumber").asString();
        }
        return null;
    }

    private Map<String, Stencil.Gap> words(Rows certificates, @Nullable String decisionNumber) {
        Map<String, Stencil.Gap> words = new LinkedHashMap<>();
        words.put(word("id"), copy -> copy.id);
        words.put(word("case_number"), copy -> copy.number);
        words.put(word("query_number"), copy -> copy.queryNumber);
        words.put(word("party"), copy -> copy.party);
        words.put(word("department"), copy -> copy.department);
        words.put(word("chain_head"), CaseCopy::head);
        words.put(region(), copy -> copy.region.value());
        if (decisionNumber != null) {
            words.put(
                    decisionNumber,
                    copy -> decisionNumber.replaceFirst("〕.*号", "〕" + copy.serial + "号"));
        }
        for (var row : certificates.rows()) {
            words.put(need(row.get("id")), copy -> copy.certificate);
            words.put(need(row.get("number")), copy -> copy.certificateNumber);
            words.put(need(row.get("verify_hash")), copy -> copy.verifyHash);
        }
        words.remove("");
        return words;
    }

    private void take(boolean supervision, Rows found, Marks marks) {
        var target = new Target(supervision, found.table(), found.columns());
        for (var row : found.rows()) {
            List<Stencil> stencils = new ArrayList<>();
            for (String column : found.columns()) {
                // An open watch's cards depend on more than working days: supervision derives them.
                stencils.add(
                        column.equals("stale") && open.contains(need(row.get("id")))
                                ? Stencil.always(_ -> "t")
                                : stencil(found.table(), column, row.get(column), marks));
            }
            tables.add(new Table(target, stencils));
        }
    }

    private Stencil stencil(String table, String column, @Nullable String value, Marks marks) {
        if (LEVELS.contains(column)) {
            int level = LEVELS.indexOf(column);
            return Stencil.always(copy -> level(copy, level));
        }
        if (value == null) return Stencil.always(_ -> CopyText.NULL);
        if (table.equals("cases") && column.equals("form_cipher")) {
            String form = cipher.decrypt(value, formPlace(word("id")));
            return Stencil.always(copy -> cipher.encrypt(form, formPlace(copy.id)));
        }
        if (table.equals("certificate") && column.equals("verify_cipher")) {
            return Stencil.always(
                    copy -> cipher.encrypt(copy.verifyCode, "certificate/" + copy.id + "/verify"));
        }
        return need(Stencil.cut(value, marks));
    }

    /** The prefix digits of a level, null below the region's own. */
    private static String level(CaseCopy copy, int level) {
        int digits = new int[] {2, 4, 6, 9, 12}[level];
        return copy.region.level().ordinal() - 1 < level
                ? CopyText.NULL
                : copy.region.value().substring(0, digits);
    }

    private static String formPlace(String id) {
        return "cases/" + id + "/form";
    }

    /** The copy's chain first, because its row ends with it; then every row. */
    void write(CaseCopy copy, Copies into) {
        JsonNode actor;
        String previous = "";
        long sequence = 0;
        for (Past past : history) {
            actor = CanonicalJson.parse(past.actor().filled(copy));
            Entry entry =
                    Entry.chained(
                            profile,
                            previous,
                            "case",
                            copy.id,
                            ++sequence,
                            past.type(),
                            copy.happened(past.occurredAt()),
                            copy.happened(past.recordedAt()),
                            copy.region.value(),
                            copy.department,
                            copy.party,
                            actor,
                            CanonicalJson.parse(past.data().filled(copy)),
                            Salt.random());
            previous = entry.hash().toString();
            into.entry(entry);
        }
        copy.chained(previous);
        for (Table table : tables) {
            into.row(table.target(), table.row().stream().map(s -> s.filled(copy)).toList());
        }
    }

    String itemCode() {
        return word("item_code");
    }

    /** Its department's letters, which those of other counties share: {@code HJ}. */
    String departmentSuffix() {
        return word("department").substring(word("department").indexOf('-') + 1);
    }

    Instant receivedAt() {
        return receivedAt;
    }

    LocalDate day() {
        return LocalDate.ofInstant(receivedAt, WorkCalendar.ZONE);
    }

    /** A certificate for a copy; only where the prototype has one. */
    CertificateId certificate(int year, long serial) {
        CertificateId own = need(certificate);
        return CertificateId.of(
                own.type(),
                new UnifiedSocialCreditCode(own.issuer()),
                "%d%09d".formatted(year, serial),
                1);
    }

    boolean certified() {
        return certificate != null;
    }

    private String region() {
        String digits = "";
        for (String level : LEVELS) if (!word(level).isEmpty()) digits = word(level);
        return digits + "0".repeat(12 - digits.length());
    }

    private String word(String column) {
        return need(mainRow.get(column));
    }

    private static Instant instant(String stored) {
        return Instant.parse(stored.replace(' ', 'T').replace("+00", "Z"));
    }

    private static <T> T need(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
