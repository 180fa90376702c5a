package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.DelegationOutcome.Done;
import org.oneseal.catalog.delegation.DelegationOutcome.NotNow;
import org.oneseal.catalog.delegation.DelegationOutcome.Objected;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * An act (授权决定) by which items go from the bodies that hold them to one other. Its state follows
 * from its days; every method answers with a new act or with objections.
 *
 * @param area places it counts for
 * @param validTo first day it no longer counts, null for no end
 * @param ground the document that allows it, null where none is needed
 * @param setUp what is prepared at the receiver, as the rule had it when the act was registered
 * @param followUps how the givers look back at it
 * @param takenOverOn first day on which the receiver handles it, null before that or where no
 *     takeover is needed
 * @param revokedFrom first day without it, null unless revoked
 * @param wound whether what depended on it was suspended after its end
 */
public record Delegation(
        String id,
        DelegationKind kind,
        String receiver,
        RegionCode receiverRegion,
        RegionCode area,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String ground,
        @Nullable Letter letter,
        boolean ownName,
        boolean takeoverNeeded,
        List<Line> lines,
        SetUp setUp,
        FollowUps followUps,
        @Nullable LocalDate takenOverOn,
        @Nullable LocalDate revokedFrom,
        @Nullable String reason,
        boolean wound,
        long version,
        String chainHead) {

    /** One item and who hands it on. */
    public record Line(String item, String giver) {}

    /** Where an act stands on a day. */
    public enum State {
        PLANNED,
        AWAITING_TAKEOVER,
        IN_FORCE,
        EXPIRED,
        REVOKED
    }

    public Delegation {
        lines = List.copyOf(lines);
    }

    public List<String> givers() {
        return lines.stream().map(Line::giver).distinct().toList();
    }

    /** First day on which it counts, empty while it is not taken over. */
    public Optional<LocalDate> begin() {
        if (!takeoverNeeded) return Optional.of(validFrom);
        return Optional.ofNullable(takenOverOn);
    }

    /** First day on which it no longer counts. */
    public Optional<LocalDate> end() {
        return Stream.of(Optional.ofNullable(validTo), Optional.ofNullable(revokedFrom))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    public State state(LocalDate day) {
        LocalDate revoked = revokedFrom;
        if (revoked != null && !day.isBefore(revoked)) return State.REVOKED;
        if (end().filter(end -> !day.isBefore(end)).isPresent()) return State.EXPIRED;
        if (day.isBefore(validFrom)) return State.PLANNED;
        Optional<LocalDate> begin = begin();
        if (begin.isEmpty()) return State.AWAITING_TAKEOVER;
        return day.isBefore(begin.get()) ? State.PLANNED : State.IN_FORCE;
    }

    public List<Grant> grants() {
        return lines.stream().map(this::grant).toList();
    }

    private Grant grant(Line line) {
        return new Grant(
                id,
                kind,
                line.item(),
                line.giver(),
                receiver,
                ownName,
                kind == DelegationKind.PARK,
                area,
                begin().orElse(null),
                end().orElse(null));
    }

    /**
     * The receiver takes over (承接).
     *
     * @param on first day on which it handles the items
     */
    DelegationOutcome takeOver(LocalDate on, LocalDate today) {
        if (!takeoverNeeded) return NotNow.because(Objection.of("takeover-not-needed", id));
        if (takenOverOn != null) {
            return NotNow.because(Objection.of("delegation-taken-over", takenOverOn.toString()));
        }
        if (state(today) == State.REVOKED || state(today) == State.EXPIRED) return over();
        List<Objection> objections = new ArrayList<>();
        if (on.isBefore(validFrom) || end().filter(end -> !on.isBefore(end)).isPresent()) {
            objections.add(
                    Objection.of("takeover-outside-validity", on.toString(), validFrom.toString())
                            .at("/on"));
        }
        if (on.isBefore(today)) {
            objections.add(Objection.of("takeover-in-the-past", on.toString()).at("/on"));
        }
        if (!objections.isEmpty()) return new Objected(objections);
        if (setUp.first() && !setUp.open().isEmpty()) {
            String open = String.join("、", setUp.open().stream().map(SetUp.Step::name).toList());
            return NotNow.because(Objection.of("set-up-open", open));
        }
        return new Done(with(setUp, followUps, on, revokedFrom, reason, wound, version, chainHead));
    }

    /** The day by which the givers look back next (回头看), empty where nothing is asked for. */
    public Optional<LocalDate> followUpDue() {
        return begin().flatMap(followUps::due);
    }

    /** The givers look back at what became of the items. */
    DelegationOutcome followUp(FollowUps.FollowUp look, LocalDate today) {
        State now = state(today);
        if (now == State.REVOKED || now == State.EXPIRED) return over();
        if (now != State.IN_FORCE) return NotNow.because(Objection.of("delegation-not-begun", id));
        List<Objection> objections = followUps.against(look, begin().orElseThrow(), today);
        if (!objections.isEmpty()) return new Objected(objections);
        return new Done(
                with(
                        setUp,
                        followUps.with(look),
                        takenOverOn,
                        revokedFrom,
                        reason,
                        wound,
                        version,
                        chainHead));
    }

    /**
     * A step of the preparation is done.
     *
     * @param on day on which it was done, today or before
     */
    DelegationOutcome prepare(String step, LocalDate on, LocalDate today) {
        if (state(today) == State.REVOKED || state(today) == State.EXPIRED) return over();
        Optional<SetUp.Step> found = setUp.step(step);
        if (found.isEmpty()) {
            return new Objected(List.of(Objection.of("set-up-step-unknown", step)));
        }
        LocalDate done = found.get().doneOn();
        if (done != null) {
            return NotNow.because(
                    Objection.of("set-up-step-done", found.get().name(), done.toString()));
        }
        if (on.isAfter(today)) {
            return new Objected(
                    List.of(Objection.of("set-up-in-the-future", on.toString()).at("/on")));
        }
        return new Done(
                with(
                        setUp.done(step, on),
                        followUps,
                        takenOverOn,
                        revokedFrom,
                        reason,
                        wound,
                        version,
                        chainHead));
    }

    /**
     * Takes it back (撤回).
     *
     * @param from first day without it, today or later
     */
    DelegationOutcome revoke(LocalDate from, String why, LocalDate today) {
        if (revokedFrom != null || state(today) == State.EXPIRED) return over();
        List<Objection> objections = new ArrayList<>();
        if (why.isBlank()) objections.add(Objection.of("reason-missing").at("/reason"));
        if (from.isBefore(today)) {
            objections.add(Objection.of("revocation-in-the-past", from.toString()).at("/from"));
        }
        if (!objections.isEmpty()) return new Objected(objections);
        return new Done(ended(from, why.strip(), wound));
    }

    /** What depended on it has been suspended. */
    Delegation windUp() {
        return ended(revokedFrom, reason, true);
    }

    Delegation at(long sequence, String head) {
        return with(setUp, followUps, takenOverOn, revokedFrom, reason, wound, sequence, head);
    }

    private Delegation ended(@Nullable LocalDate from, @Nullable String why, boolean done) {
        return with(setUp, followUps, takenOverOn, from, why, done, version, chainHead);
    }

    /** The same act, further on in its life. */
    private Delegation with(
            SetUp preparation,
            FollowUps looks,
            @Nullable LocalDate takenOver,
            @Nullable LocalDate revoked,
            @Nullable String why,
            boolean done,
            long sequence,
            String head) {
        return new Delegation(
                id,
                kind,
                receiver,
                receiverRegion,
                area,
                validFrom,
                validTo,
                ground,
                letter,
                ownName,
                takeoverNeeded,
                lines,
                preparation,
                looks,
                takenOver,
                revoked,
                why,
                done,
                sequence,
                head);
    }

    private NotNow over() {
        return NotNow.because(Objection.of("delegation-over", id));
    }
}
