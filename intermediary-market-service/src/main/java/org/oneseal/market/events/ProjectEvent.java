package org.oneseal.market.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a project (项目), from its announcement to its result. */
public sealed interface ProjectEvent extends MarketEvent
        permits ProjectSubmitted,
                ProjectReturned,
                ProjectPublished,
                InstitutionSignedUp,
                SignUpExtended,
                SignUpClosed,
                ProjectFailed,
                Drawn,
                DrawVoided,
                SelectionConfirmed,
                SelectionRescheduled,
                SelectionLapsed,
                Commissioned,
                ResultDelivered {

    String projectId();

    /** Null for a service that an applicant needs before a case is accepted. */
    @Nullable String caseId();

    /** APPLICANT_SIDE or AUTHORITY_COMMISSIONED. */
    String role();

    String region();

    /** Code of the service type. */
    String serviceKind();

    /**
     * What is told of a draw before it takes place; {@code trust} is public-value or
     * operator-trusted.
     */
    record Announcement(
            String draw,
            String trust,
            String algorithm,
            String commitment,
            Instant committedAt,
            Instant closesAt,
            @Nullable String source,
            @Nullable String round,
            @Nullable Instant publishedAt,
            @Nullable String entriesDigest) {}

    /** Everything a drawn institution follows from, to be recomputed by anybody. */
    record Proof(
            String format,
            String draw,
            String trust,
            String algorithm,
            String commitment,
            Instant committedAt,
            Instant closesAt,
            int minimum,
            List<String> entries,
            String entriesDigest,
            Instant sealedAt,
            @Nullable Value publicValue,
            String nonce,
            Instant revealedAt,
            Instant revealBy,
            String seed,
            int index,
            String winner) {
        public Proof {
            entries = List.copyOf(entries);
        }
    }

    /** The public value a draw depended on. */
    record Value(String source, String round, Instant publishedAt, String value) {}

    /** Who commissions: an applicant by its party, or a department. */
    record Buyer(
            @Nullable String party,
            @Nullable String department,
            String name,
            @Nullable String uscc) {}

    /** One reason, in the operator's words. */
    record Reason(String code, String text, @Nullable String ground) {}

    /** Who signed up and may not take part at the close, with the codes of the reasons. */
    record Excluded(String uscc, List<String> reasons) {
        public Excluded {
            reasons = List.copyOf(reasons);
        }
    }

    /** The terms agreed on. */
    record Contract(String number, long amountFen, LocalDate signedOn, LocalDate dueOn) {}
}
