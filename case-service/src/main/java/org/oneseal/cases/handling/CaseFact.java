package org.oneseal.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * Something that happened to a case. Facts are only ever added; everything else about a case is
 * derived from them.
 */
public sealed interface CaseFact {

    Stamp stamp();

    /**
     * What officers do among themselves while a case is handled; it moves neither state nor clock.
     */
    sealed interface Handling extends CaseFact permits HandlingFact {}

    /** The application came in (收件). */
    record Submitted(Stamp stamp, List<Material> materials) implements CaseFact {
        public Submitted {
            materials = List.copyOf(materials);
        }
    }

    /**
     * Everything missing was told once (一次性告知).
     *
     * @param answerWithin from which the last day was counted, null where nobody noted it
     */
    record CorrectionRequested(
            Stamp stamp,
            String noticeId,
            List<Missing> missing,
            LocalDate answerBy,
            @Nullable TimeLimit answerWithin)
            implements CaseFact {
        public CorrectionRequested {
            missing = List.copyOf(missing);
        }
    }

    record Corrected(Stamp stamp, String noticeId, List<Material> materials) implements CaseFact {
        public Corrected {
            materials = List.copyOf(materials);
        }
    }

    /**
     * Taken up (受理); limits are those of the pinned version, so that the clock needs nothing else.
     * Null for a fed case whose item is not mapped.
     *
     * @param extensionMovesPromise whether an extension moves the promised due date too; true or
     *     null
     */
    record Accepted(
            Stamp stamp,
            @Nullable Integer itemVersion,
            @Nullable TimeLimit legalLimit,
            @Nullable TimeLimit promisedLimit,
            @Nullable Boolean extensionMovesPromise,
            boolean deemed)
            implements CaseFact {
        public Accepted {
            extensionMovesPromise = Boolean.TRUE.equals(extensionMovesPromise) ? true : null;
        }

        /** Under this version of an item. */
        public static Accepted under(ItemVersion item, Stamp stamp, boolean deemed) {
            return new Accepted(
                    stamp,
                    item.version(),
                    item.legalLimit(),
                    item.promisedLimit(),
                    item.extensionMovesPromise(),
                    deemed);
        }
    }

    /**
     * Not taken up (不予受理).
     *
     * @param rightBody who is competent instead, where somebody is
     * @param cause null where nobody noted it
     */
    record AcceptanceRefused(
            Stamp stamp,
            String ground,
            String reason,
            @Nullable String rightBody,
            @Nullable RefusalCause cause)
            implements CaseFact {}

    /** Why an application is not taken up (行政许可法 art. 32). */
    enum RefusalCause {
        /** The law asks for no approval of it (依法不需要取得许可). */
        NO_APPROVAL_NEEDED,
        /** Another body is competent (不属于本机关职权范围). */
        NOT_COMPETENT,
        /** What was asked for is still missing. */
        STILL_INCOMPLETE,
        OTHER
    }

    record SentBack(Stamp stamp, String reason) implements CaseFact {}

    /**
     * A step began (环节).
     *
     * @param limit from which its due instant was counted
     * @param countedFrom acceptance, where a lower body examines first (先行审查); null where its own
     *     start counts
     */
    record StepStarted(
            Stamp stamp,
            String step,
            String name,
            @Nullable Instant due,
            @Nullable TimeLimit limit,
            @Nullable Instant countedFrom)
            implements CaseFact {
        public StepStarted(Stamp stamp, String step, String name, @Nullable Instant due) {
            this(stamp, step, name, due, null, null);
        }
    }

    record StepCompleted(Stamp stamp, String step, String name, @Nullable String opinion)
            implements CaseFact {}

    /**
     * Materials that will follow were promised with the application (告知承诺); what was told and what
     * was promised is kept word by word.
     */
    record Promised(
            Stamp stamp,
            String promiseId,
            String notice,
            String promise,
            String textHash,
            List<PromisedMaterial> materials,
            String ground)
            implements CaseFact {
        public Promised {
            materials = List.copyOf(materials);
        }
    }

    /** A promised material was handed in. */
    record PromiseFulfilled(Stamp stamp, String promiseId, Material material) implements CaseFact {}

    /** Promised materials did not come by their last day. */
    record PromiseOverdue(Stamp stamp, String promiseId, List<String> materials, LocalDate due)
            implements CaseFact {
        public PromiseOverdue {
            materials = List.copyOf(materials);
        }
    }

    /**
     * A special procedure began (特别程序).
     *
     * @param project of the market, where an institution was commissioned
     */
    record Suspended(
            Stamp stamp,
            String procedureId,
            String kind,
            String ground,
            String reason,
            int announcedDays,
            String commissionedBy,
            @Nullable String project)
            implements CaseFact {}

    record Resumed(Stamp stamp, String procedureId) implements CaseFact {}

    /**
     * More time was approved (延期).
     *
     * @param requestedBy who asked for it, null where another system tells of it
     * @param approvalNumber of the government head's approval, where handling is joint
     */
    record Extended(
            Stamp stamp,
            TimeLimit by,
            String reason,
            @Nullable String requestedBy,
            @Nullable String approvalNumber)
            implements CaseFact {
        public Extended(Stamp stamp, TimeLimit by, String reason) {
            this(stamp, by, reason, null, null);
        }
    }

    /**
     * The calendar changed under the case.
     *
     * @param answerDueBefore end of the department's silence as told before, null where none ran
     * @param stepDueBefore end of the step under way as told before, null where none had a time
     */
    record Rebased(
            Stamp stamp,
            @Nullable Instant legalDueBefore,
            @Nullable Instant legalDueAfter,
            @Nullable Instant promisedDueBefore,
            @Nullable Instant promisedDueAfter,
            String calendarBefore,
            String calendarAfter,
            @Nullable String decree,
            @Nullable Instant answerDueBefore,
            @Nullable Instant answerDueAfter,
            @Nullable Instant stepDueBefore,
            @Nullable Instant stepDueAfter)
            implements CaseFact {}

    /**
     * The decision (准予 or 不予).
     *
     * @param deliverWithin how long delivery may take, null where no rule said so
     */
    record Decided(
            Stamp stamp,
            boolean granted,
            String decisionNumber,
            @Nullable String ground,
            @Nullable String reason,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable TimeLimit deliverWithin)
            implements CaseFact {}

    record CertificateIssued(
            Stamp stamp,
            String certificateId,
            String number,
            String verifyCodeHash,
            String type,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo)
            implements CaseFact {}

    record Finished(Stamp stamp, String result) implements CaseFact {}

    record Delivered(Stamp stamp, DeliveryMethod method, @Nullable String courierNumber)
            implements CaseFact {}

    record Withdrawn(Stamp stamp, @Nullable String reason) implements CaseFact {}

    /**
     * When something happened, when we learned of it, and who did it.
     *
     * @param by subject of the actor, never a name
     * @param actingFor the absent officer whom the actor substitutes, null where none
     */
    record Stamp(Instant occurredAt, Instant recordedAt, String by, @Nullable String actingFor) {
        public Stamp(Instant occurredAt, Instant recordedAt, String by) {
            this(occurredAt, recordedAt, by, null);
        }

        /** Whose hand it counts as: both are meant where one acts for the other. */
        public boolean isOf(String subject) {
            return by.equals(subject) || subject.equals(actingFor);
        }

        public static Stamp now(Instant now, String by) {
            return new Stamp(now, now, by);
        }
    }

    /** A material as handed in. */
    record Material(String code, MaterialForm form, @Nullable String digest) {}

    /** A material that will follow, with its last day (Asia/Shanghai). */
    record PromisedMaterial(String code, String name, LocalDate due) {}

    /** What a correction notice asks for. */
    record Missing(String code, String name, @Nullable String reason) {}

    enum MaterialForm {
        PAPER,
        ELECTRONIC
    }

    enum DeliveryMethod {
        COUNTER,
        COURIER,
        ELECTRONIC
    }
}
