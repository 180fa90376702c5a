package org.oneseal.credit.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dated facts of a listing, in the order in which they happen; its state follows from them. */
public record Dossier(
        Proposal proposal,
        @Nullable Notice notice,
        List<Statement> statements,
        @Nullable Decision decision,
        List<Dispute> disputes,
        List<Repair> repairs,
        @Nullable Ending ending) {

    public Dossier {
        statements = List.copyOf(statements);
        disputes = List.copyOf(disputes);
        repairs = List.copyOf(repairs);
    }

    /**
     * Why somebody should be listed (认定建议).
     *
     * @param by the officer's id, or the name of the watch that found a promise overdue
     * @param facts what was done, as the public will read it
     * @param ground the document that establishes it
     * @param fields where the breach was; decides terms under some regimes
     * @param promise id of the broken promise, null where none is
     * @param rectifyBy last day to make the promise good before a notice, null where none runs
     */
    public record Proposal(
            Instant at,
            String by,
            String facts,
            String ground,
            Set<SafetyField> fields,
            @Nullable String promise,
            @Nullable LocalDate rectifyBy) {
        public Proposal {
            fields = Set.copyOf(fields);
        }
    }

    /**
     * The notice beforehand (告知书).
     *
     * @param statementBy last day to state one's view, as told; a later decree does not shorten it
     */
    public record Notice(
            String id, Instant at, String by, String text, String digest, LocalDate statementBy) {}

    /**
     * The view of the party concerned (陈述申辩).
     *
     * @param onPaper handed in at the office and entered by an officer
     * @param conclusive the party has nothing to add, so the period need not be waited for
     */
    public record Statement(
            String id,
            Instant at,
            String by,
            String text,
            String digest,
            boolean onPaper,
            boolean conclusive) {}

    /**
     * The decision, by another person than those who proposed and told.
     *
     * @param answer to the statements, null where there were none
     * @param on its date in Asia/Shanghai, from which all terms count
     * @param lastDay last day the listing holds, null where nothing ends it or it was dismissed
     */
    public record Decision(
            Instant at,
            String by,
            boolean listed,
            String reason,
            @Nullable String answer,
            LocalDate on,
            String facts,
            String ground,
            @Nullable LocalDate ordered,
            @Nullable LocalDate lastDay) {}

    /**
     * A dispute about a listing (异议), and its answer once there is one.
     *
     * @param answerBy last day to answer, null while no calendar is known
     */
    public record Dispute(
            String id,
            Instant at,
            String by,
            String text,
            String digest,
            @Nullable LocalDate answerBy,
            @Nullable DisputeAnswer answer) {}

    /** What the verification found. */
    public record DisputeAnswer(Instant at, String by, Verdict verdict, String reason) {}

    /** REMOVE and AMEND uphold the dispute. */
    public enum Verdict {
        REJECT,
        AMEND,
        REMOVE
    }

    /**
     * An application for repair (信用修复申请), and its answer once there is one.
     *
     * @param promise the public credit promise (信用承诺)
     * @param remedied how behaviour was corrected and duties were fulfilled
     * @param regime the row in force when it was made
     */
    public record Repair(
            String id,
            Instant at,
            String by,
            @Nullable String promise,
            String remedied,
            String regime,
            @Nullable LocalDate answerBy,
            @Nullable RepairAnswer answer) {}

    /** Whether repair is granted. */
    public record RepairAnswer(
            Instant at, String by, boolean granted, boolean dutiesFulfilled, String reason) {}

    /** How the listing ended. */
    public record Ending(Instant at, String by, ListingState how, String reason) {}

    static Dossier of(Proposal proposal) {
        return new Dossier(proposal, null, List.of(), null, List.of(), List.of(), null);
    }

    ListingState state() {
        if (ending != null) return ending.how();
        if (decision != null) {
            return decision.listed() ? ListingState.LISTED : ListingState.DISMISSED;
        }
        return notice == null ? ListingState.CANDIDATE : ListingState.NOTICED;
    }

    Dossier with(Notice told) {
        return new Dossier(proposal, told, statements, decision, disputes, repairs, ending);
    }

    Dossier with(Statement given) {
        List<Statement> all = new ArrayList<>(statements);
        all.add(given);
        return new Dossier(proposal, notice, all, decision, disputes, repairs, ending);
    }

    Dossier with(Decision decided) {
        return new Dossier(proposal, notice, statements, decided, disputes, repairs, ending);
    }

    /** Adds a dispute, or replaces the one of that id. */
    Dossier with(Dispute dispute) {
        List<Dispute> all = new ArrayList<>(disputes);
        all.removeIf(d -> d.id().equals(dispute.id()));
        all.add(dispute);
        return new Dossier(proposal, notice, statements, decision, all, repairs, ending);
    }

    /** Adds an application, or replaces the one of that id. */
    Dossier with(Repair repair) {
        List<Repair> all = new ArrayList<>(repairs);
        all.removeIf(r -> r.id().equals(repair.id()));
        all.add(repair);
        return new Dossier(proposal, notice, statements, decision, disputes, all, ending);
    }

    Dossier with(Ending ended) {
        return new Dossier(proposal, notice, statements, decision, disputes, repairs, ended);
    }
}
