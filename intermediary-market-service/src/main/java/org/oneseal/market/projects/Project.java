package org.oneseal.market.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * A project from its submission to its result. Immutable: every act returns the next state together
 * with the events that tell of it. What happens between close and draw is in {@link Drawing}.
 *
 * @param rounds every announcement, the last one is current
 */
public record Project(
        String id,
        Chain chain,
        RegionCode region,
        Terms terms,
        Buyer buyer,
        List<Round> rounds,
        ProjectState state) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Project {
        rounds = List.copyOf(rounds);
    }

    static ProjectOutcome submit(
            String id, RegionCode region, Terms terms, Buyer buyer, List<Objection> objections) {
        if (!objections.isEmpty()) return ProjectOutcome.objected(objections);
        Project submitted =
                new Project(
                        id,
                        Chain.start("project", id),
                        region,
                        terms,
                        buyer,
                        List.of(),
                        new ProjectState.Submitted());
        return new ProjectOutcome.Changed(submitted, List.of(ProjectEvents.submitted(submitted)));
    }

    /** Announced, for the first time or anew after a round that came to nothing. */
    ProjectOutcome publish(Supplier<Round> round, List<Objection> objections) {
        if (!mayBePublished()) return notIn(Objection.of("project-not-publishable", state.label()));
        if (!objections.isEmpty()) return ProjectOutcome.objected(objections);
        List<Round> all = new ArrayList<>(rounds);
        all.add(round.get());
        Project open = new Project(id, chain, region, terms, buyer, all, new ProjectState.Open());
        return new ProjectOutcome.Changed(open, List.of(ProjectEvents.published(open)));
    }

    /** Not announced; without a reason nothing is returned. */
    ProjectOutcome returnWith(List<ProjectState.Reason> reasons, Instant now) {
        if (!(state instanceof ProjectState.Submitted))
            return notIn(Objection.of("project-not-returnable", state.label()));
        if (reasons.isEmpty()) {
            return ProjectOutcome.objected(
                    List.of(Objection.of("return-without-reason").at("/reasons")));
        }
        Project returned = in(new ProjectState.Returned(now, reasons));
        return new ProjectOutcome.Changed(returned, List.of(ProjectEvents.returned(this, reasons)));
    }

    /** An institution enters; it is told every reason why it may not. */
    ProjectOutcome signUp(Participant participant, boolean declaresNoTie, Instant now) {
        if (!(state instanceof ProjectState.Open))
            return notIn(Objection.of("sign-up-closed", state.label()));
        Round round = round();
        if (!now.isBefore(round.announced().closesAt()))
            return notIn(Objection.of("sign-up-closed", state.label()));
        if (round.has(participant.id())) {
            return ProjectOutcome.conflict(Objection.of("signed-up-already"));
        }
        List<Objection> objections =
                new ArrayList<>(Eligibility.objections(terms, buyer, participant, dayOf(now)));
        if (!declaresNoTie) {
            objections.add(Objection.of("tie-not-denied").at("/noTie"));
        }
        if (!objections.isEmpty()) return ProjectOutcome.objected(objections);
        SignUp signUp = SignUp.of(participant, now);
        return new ProjectOutcome.Changed(
                with(round.with(signUp)), List.of(ProjectEvents.signedUp(this, signUp)));
    }

    /** The drawn institution takes the project or gives it up. */
    ProjectOutcome confirm(
            String party, boolean takes, @Nullable LocalDate contractBy, Instant now) {
        if (!(state instanceof ProjectState.Drawn(var winner, var confirmBy))) {
            return notIn(Objection.of("nothing-to-confirm", state.label()));
        }
        if (!winner.party().equals(party)) return notSelected();
        if (confirmBy != null && dayOf(now).isAfter(confirmBy)) {
            return ProjectOutcome.conflict(
                    Objection.of("confirmation-too-late", confirmBy.toString()));
        }
        if (!takes) return lapse(winner, Round.Reason.DECLINED, now);
        return new ProjectOutcome.Changed(
                in(new ProjectState.Confirmed(winner, now, contractBy)),
                List.of(ProjectEvents.confirmed(this, winner, contractBy)));
    }

    /** Nobody has confirmed in time, or no contract was concluded. */
    ProjectOutcome lapseIfOverdue(Instant now) {
        SignUp winner = state.selected();
        LocalDate by = waitsUntil();
        if (winner == null || by == null || !dayOf(now).isAfter(by)) {
            return notIn(Objection.of("nothing-overdue", state.label()));
        }
        return lapse(
                winner,
                state instanceof ProjectState.Drawn
                        ? Round.Reason.NOT_CONFIRMED
                        : Round.Reason.NOT_CONTRACTED,
                now);
    }

    /** Follows a calendar that has moved the last day of what it waits for; null moves nothing. */
    Optional<ProjectOutcome.Changed> reschedule(@Nullable LocalDate by, @Nullable String decree) {
        LocalDate before = waitsUntil();
        if (by == null || by.equals(before)) return Optional.empty();
        return switch (state) {
            case ProjectState.Drawn(var winner, _) ->
                    Optional.of(
                            new ProjectOutcome.Changed(
                                    in(new ProjectState.Drawn(winner, by)),
                                    List.of(
                                            ProjectEvents.rescheduled(
                                                    this, winner, by, before, decree))));
            case ProjectState.Confirmed(var winner, var at, _) ->
                    Optional.of(
                            new ProjectOutcome.Changed(
                                    in(new ProjectState.Confirmed(winner, at, by)),
                                    List.of(
                                            ProjectEvents.rescheduled(
                                                    this, winner, by, before, decree))));
            default -> Optional.empty();
        };
    }

    /** Last day of what it waits for from buyer or institution, null where that is nothing. */
    @Nullable LocalDate waitsUntil() {
        return switch (state) {
            case ProjectState.Drawn drawn -> drawn.confirmBy();
            case ProjectState.Confirmed confirmed -> confirmed.contractBy();
            default -> null;
        };
    }

    /** The contract is concluded, on the conditions announced. */
    ProjectOutcome commission(ProjectState.Contract contract, List<Objection> barred, Instant now) {
        if (!(state instanceof ProjectState.Confirmed(var winner, _, _))) {
            return notIn(Objection.of("not-confirmed", state.label()));
        }
        List<Objection> objections = new ArrayList<>(barred);
        if (contract.amountFen() != terms.priceFen()) {
            objections.add(
                    Objection.of("contract-price-differs", terms.priceFen()).at("/amountFen"));
        }
        if (contract.signedOn().isAfter(dayOf(now))) {
            objections.add(Objection.of("contract-not-signed-yet").at("/signedOn"));
        }
        LocalDate latest = contract.signedOn().plusDays(terms.serviceDays());
        if (contract.dueOn().isBefore(contract.signedOn()) || contract.dueOn().isAfter(latest)) {
            objections.add(
                    Objection.of("contract-due-differs", terms.serviceDays(), latest.toString())
                            .at("/dueOn"));
        }
        if (!objections.isEmpty()) return ProjectOutcome.objected(objections);
        return new ProjectOutcome.Changed(
                in(new ProjectState.Commissioned(winner, contract, now)),
                List.of(ProjectEvents.commissioned(this, winner, contract)));
    }

    /** The institution hands over its result; late is late, but a result all the same. */
    ProjectOutcome deliver(String party, String title, Digest digest, Instant now) {
        if (!(state instanceof ProjectState.Commissioned(var winner, var contract, _))) {
            return notIn(Objection.of("nothing-to-deliver", state.label()));
        }
        if (!winner.party().equals(party)) return notSelected();
        ProjectState.Delivery delivery =
                new ProjectState.Delivery(
                        now, title, digest, !dayOf(now).isAfter(contract.dueOn()));
        return new ProjectOutcome.Changed(
                in(new ProjectState.Delivered(winner, contract, delivery)),
                List.of(ProjectEvents.delivered(this, winner, delivery)));
    }

    /** The selection comes to nothing, and the round with it. */
    ProjectOutcome.Changed lapse(SignUp winner, Round.Reason reason, Instant now) {
        return new ProjectOutcome.Changed(
                with(round().ended(reason, now)).in(new ProjectState.Unsuccessful(reason, now)),
                List.of(ProjectEvents.lapsed(this, winner, reason)));
    }

    /** The current announcement. */
    public Round round() {
        return rounds.getLast();
    }

    public String drawId(int number) {
        return id + "-" + number;
    }

    /** Whether everybody who may sign up can see it. */
    public boolean isAnnounced() {
        return !rounds.isEmpty();
    }

    boolean mayBePublished() {
        return state instanceof ProjectState.Submitted
                || state instanceof ProjectState.Unsuccessful;
    }

    /** When the clock has to look at it next, null for never. */
    public @Nullable Instant dueAt() {
        return switch (state) {
            case ProjectState.Open _ -> round().announced().closesAt();
            case ProjectState.Sealed _ -> round().drawableFrom();
            case ProjectState.Drawn _, ProjectState.Confirmed _ -> dayAfter(waitsUntil());
            case ProjectState.Submitted _,
                    ProjectState.Returned _,
                    ProjectState.Commissioned _,
                    ProjectState.Delivered _,
                    ProjectState.Unsuccessful _ ->
                    null;
        };
    }

    private static @Nullable Instant dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    Project at(Chain next) {
        return new Project(id, next, region, terms, buyer, rounds, state);
    }

    Project in(ProjectState next) {
        return new Project(id, chain, region, terms, buyer, rounds, next);
    }

    /** With the current round replaced. */
    Project with(Round round) {
        List<Round> all = new ArrayList<>(rounds.subList(0, rounds.size() - 1));
        all.add(round);
        return new Project(id, chain, region, terms, buyer, all, state);
    }

    private static ProjectOutcome notIn(Objection objection) {
        return ProjectOutcome.conflict(objection);
    }

    private static ProjectOutcome notSelected() {
        return ProjectOutcome.conflict(Objection.of("not-selected"));
    }
}
