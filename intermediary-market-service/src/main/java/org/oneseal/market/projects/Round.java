package org.oneseal.market.projects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawProof;

/**
 * One announcement of a project and its draw; a project announced anew gets another.
 *
 * @param number from 1
 * @param sealedNonce the nonce, encrypted; nobody reads it before the draw
 * @param extensions how often sign-up was held open longer
 * @param sealedAt when sign-up was closed, null before
 * @param entries who is in the draw, once sealed
 * @param excluded who signed up and may not take part at the close
 * @param ending why this round came to nothing, null unless it did
 */
public record Round(
        int number,
        DrawAnnouncement announced,
        SelectionRule rule,
        String sealedNonce,
        int extensions,
        List<SignUp> signUps,
        @Nullable Instant sealedAt,
        List<SignUp> entries,
        List<Excluded> excluded,
        @Nullable DrawProof proof,
        @Nullable Ending ending) {

    public Round {
        signUps = List.copyOf(signUps);
        entries = List.copyOf(entries);
        excluded = List.copyOf(excluded);
    }

    /** Out at the close, with the codes of the reasons. */
    public record Excluded(String uscc, List<String> reasons) {
        public Excluded {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why a round came to nothing. */
    public record Ending(Reason reason, Instant at) {}

    /** What a round can founder on; those after BARRED are the operator's or the source's. */
    public enum Reason {
        TOO_FEW,
        DECLINED,
        NOT_CONFIRMED,
        NOT_CONTRACTED,
        BARRED,
        SEALED_TOO_LATE,
        VALUE_KNOWN_EARLY,
        VALUE_NOT_PUBLISHED,
        NONCE_LOST,
        NOT_REVEALED_IN_TIME;

        /** The draw was void, which nobody who signed up is to blame for. */
        public boolean isVoid() {
            return compareTo(BARRED) > 0;
        }
    }

    static Round open(int number, DrawAnnouncement announced, SelectionRule rule, String nonce) {
        return new Round(
                number, announced, rule, nonce, 0, List.of(), null, List.of(), List.of(), null,
                null);
    }

    boolean has(String institutionId) {
        return signUps.stream().anyMatch(s -> s.institutionId().equals(institutionId));
    }

    /** When the draw can be made at the earliest. */
    public Instant drawableFrom() {
        Instant published = announced.publishedAt();
        return published == null ? announced.closesAt() : published;
    }

    /** From then on a draw that was not made is void. */
    public Instant revealBy() {
        Instant published = announced.publishedAt();
        Instant from =
                published != null ? published : sealedAt != null ? sealedAt : announced.closesAt();
        return from.plus(rule.revealWithin());
    }

    Round with(SignUp signUp) {
        List<SignUp> more = new ArrayList<>(signUps);
        more.add(signUp);
        return new Round(
                number,
                announced,
                rule,
                sealedNonce,
                extensions,
                more,
                sealedAt,
                entries,
                excluded,
                proof,
                ending);
    }

    Round extended(DrawAnnouncement later) {
        return new Round(
                number,
                later,
                rule,
                sealedNonce,
                extensions + 1,
                signUps,
                null,
                entries,
                excluded,
                proof,
                ending);
    }

    Round sealed(DrawAnnouncement withDigest, List<SignUp> in, List<Excluded> out, Instant at) {
        return new Round(
                number,
                withDigest,
                rule,
                sealedNonce,
                extensions,
                signUps,
                at,
                in,
                out,
                proof,
                ending);
    }

    Round proven(DrawProof made) {
        return new Round(
                number,
                announced,
                rule,
                sealedNonce,
                extensions,
                signUps,
                sealedAt,
                entries,
                excluded,
                made,
                ending);
    }

    Round ended(Reason reason, Instant at) {
        return new Round(
                number,
                announced,
                rule,
                sealedNonce,
                extensions,
                signUps,
                sealedAt,
                entries,
                excluded,
                proof,
                new Ending(reason, at));
    }
}
