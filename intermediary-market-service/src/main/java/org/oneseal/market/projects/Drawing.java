package org.oneseal.market.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.events.ProjectEvent;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawProof;
import org.oneseal.platform.draw.Nonce;
import org.oneseal.platform.draw.PublicValue;
import org.oneseal.platform.draw.SealedDraw;
import org.oneseal.platform.objection.Objection;

/**
 * From the close of sign-up to the draw: who is in is sealed before the public value exists, and
 * whatever is missed or known too early makes the draw void instead of doubtful.
 */
final class Drawing {

    private Drawing() {}

    /**
     * Closes sign-up: seals who may still take part, holds it open longer, or ends the round.
     *
     * @param reasons why a sign-up is out now, empty for one that is in
     * @param coming the public value for a close at that instant
     * @param known whether the announced value can be had already
     */
    static ProjectOutcome close(
            Project project,
            Function<SignUp, List<String>> reasons,
            Function<Instant, Optional<PublicValues.Coming>> coming,
            boolean known,
            Instant now) {
        if (!(project.state() instanceof ProjectState.Open)
                || now.isBefore(project.round().announced().closesAt())) {
            return ProjectOutcome.conflict(Objection.of("close-not-due"));
        }
        Round round = project.round();
        List<SignUp> in = new ArrayList<>();
        List<Round.Excluded> out = new ArrayList<>();
        for (SignUp signUp : round.signUps()) {
            List<String> why = reasons.apply(signUp);
            if (why.isEmpty()) in.add(signUp);
            else out.add(new Round.Excluded(signUp.uscc(), why));
        }
        if (in.size() < round.rule().minimum()) {
            return tooFew(project, in.size(), coming, now);
        }
        Instant published = round.announced().publishedAt();
        if (published != null && !now.isBefore(published)) {
            return voided(project, Round.Reason.SEALED_TOO_LATE, now);
        }
        if (known) return voided(project, Round.Reason.VALUE_KNOWN_EARLY, now);
        return seal(project, in, out, now);
    }

    private static ProjectOutcome tooFew(
            Project project,
            int signUps,
            Function<Instant, Optional<PublicValues.Coming>> coming,
            Instant now) {
        Round round = project.round();
        if (round.extensions() >= round.rule().extensions()) {
            return new ProjectOutcome.Changed(
                    project.with(round.ended(Round.Reason.TOO_FEW, now))
                            .in(new ProjectState.Unsuccessful(Round.Reason.TOO_FEW, now)),
                    List.of(ProjectEvents.failed(project, signUps)));
        }
        Instant closesAt = now.plus(round.rule().extension());
        Project extended =
                project.with(
                        round.extended(moved(round.announced(), closesAt, coming.apply(closesAt))));
        return new ProjectOutcome.Changed(
                extended, List.of(ProjectEvents.extended(extended, signUps)));
    }

    private static ProjectOutcome seal(
            Project project, List<SignUp> in, List<Round.Excluded> out, Instant now) {
        Round round = project.round();
        DrawAnnouncement announced = round.announced();
        DrawAnnouncement sealed =
                new DrawAnnouncement(
                        announced.draw(),
                        announced.trust(),
                        announced.algorithm(),
                        announced.commitment(),
                        announced.committedAt(),
                        announced.closesAt(),
                        announced.source(),
                        announced.round(),
                        announced.publishedAt(),
                        SealedDraw.entriesDigest(
                                announced.algorithm(),
                                announced.draw(),
                                in.stream().map(SignUp::uscc).toList()));
        Project next =
                project.with(round.sealed(sealed, in, out, now)).in(new ProjectState.Sealed());
        return new ProjectOutcome.Changed(next, List.of(ProjectEvents.closed(next)));
    }

    /**
     * Draws. Everything the winner follows from was fixed before the value was public.
     *
     * @param nonce empty where it can't be opened any more
     * @param value empty where the source has none, or none is needed
     * @param barred whether the winner may not take part any more today
     * @param confirmBy last day for the winner to confirm
     */
    static ProjectOutcome draw(
            Project project,
            Optional<Nonce> nonce,
            Optional<String> value,
            Function<SignUp, List<String>> barred,
            @Nullable LocalDate confirmBy,
            Instant now) {
        if (!(project.state() instanceof ProjectState.Sealed)) return notDue();
        Round round = project.round();
        Instant sealedAt = round.sealedAt();
        if (sealedAt == null || now.isBefore(round.drawableFrom())) return notDue();
        DrawAnnouncement announced = round.announced();
        boolean valueMissing = announced.source() != null && value.isEmpty();
        boolean late = now.isAfter(round.revealBy());
        if (late) {
            return voided(
                    project,
                    valueMissing
                            ? Round.Reason.VALUE_NOT_PUBLISHED
                            : Round.Reason.NOT_REVEALED_IN_TIME,
                    now);
        }
        if (valueMissing) return notDue();
        if (nonce.isEmpty()
                || !nonce.get()
                        .commitment(announced.algorithm(), announced.draw())
                        .equals(announced.commitment())) {
            return voided(project, Round.Reason.NONCE_LOST, now);
        }
        SealedDraw sealed =
                new SealedDraw(
                        announced.draw(),
                        announced.algorithm(),
                        round.entries().stream().map(SignUp::uscc).toList(),
                        nonce.get(),
                        publicValue(announced, value));
        DrawProof proof =
                DrawProof.of(
                        sealed, announced, round.rule().minimum(), sealedAt, now, round.revealBy());
        SignUp winner =
                round.entries().stream()
                        .filter(s -> s.uscc().equals(proof.winner()))
                        .findFirst()
                        .orElseThrow();
        Project drawn =
                project.with(round.proven(proof)).in(new ProjectState.Drawn(winner, confirmBy));
        List<ProjectEvent> events =
                new ArrayList<>(List.of(ProjectEvents.drawn(drawn, winner, proof, confirmBy)));
        if (barred.apply(winner).isEmpty()) return new ProjectOutcome.Changed(drawn, events);
        ProjectOutcome.Changed lapsed = drawn.lapse(winner, Round.Reason.BARRED, now);
        events.addAll(lapsed.events());
        return new ProjectOutcome.Changed(lapsed.project(), events);
    }

    /** The announcement of a round that begins now. */
    static DrawAnnouncement announce(
            String draw,
            String algorithm,
            Nonce nonce,
            Instant committedAt,
            Instant closesAt,
            Optional<PublicValues.Coming> coming) {
        DrawAnnouncement trusted =
                new DrawAnnouncement(
                        draw,
                        DrawAnnouncement.OPERATOR_TRUSTED,
                        algorithm,
                        nonce.commitment(algorithm, draw),
                        committedAt,
                        closesAt,
                        null,
                        null,
                        null,
                        null);
        return moved(trusted, closesAt, coming);
    }

    private static DrawAnnouncement moved(
            DrawAnnouncement announced, Instant closesAt, Optional<PublicValues.Coming> coming) {
        return new DrawAnnouncement(
                announced.draw(),
                coming.isPresent()
                        ? DrawAnnouncement.PUBLIC_VALUE
                        : DrawAnnouncement.OPERATOR_TRUSTED,
                announced.algorithm(),
                announced.commitment(),
                announced.committedAt(),
                closesAt,
                coming.map(PublicValues.Coming::source).orElse(null),
                coming.map(PublicValues.Coming::round).orElse(null),
                coming.map(PublicValues.Coming::publishedAt).orElse(null),
                null);
    }

    private static @Nullable PublicValue publicValue(
            DrawAnnouncement announced, Optional<String> value) {
        String source = announced.source();
        String round = announced.round();
        Instant published = announced.publishedAt();
        if (source == null || round == null || published == null) return null;
        return new PublicValue(source, round, published, value.orElseThrow());
    }

    private static ProjectOutcome voided(Project project, Round.Reason reason, Instant now) {
        return new ProjectOutcome.Changed(
                project.with(project.round().ended(reason, now))
                        .in(new ProjectState.Unsuccessful(reason, now)),
                List.of(ProjectEvents.voided(project, reason)));
    }

    private static ProjectOutcome notDue() {
        return ProjectOutcome.conflict(Objection.of("draw-not-due"));
    }
}
