package org.oneseal.cases.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.HandlingFact.CoSignRequested;
import org.oneseal.cases.handling.HandlingFact.CoSigned;

/** A co-signing (会签) as it stands: who was asked, who signed, and what follows from it. */
public record CoSigning(CoSignRequested asked, List<CoSigned> signed) {

    /** How it stands. */
    public enum State {
        OPEN,
        PASSED,
        /** So many disagreed that it can no longer pass. */
        FAILED
    }

    public CoSigning {
        signed = List.copyOf(signed);
    }

    public State state() {
        long agreed = signed.stream().filter(CoSigned::agreed).count();
        if (agreed >= asked.needed()) return State.PASSED;
        long left = asked.signers().size() - signed.size();
        return agreed + left < asked.needed() ? State.FAILED : State.OPEN;
    }

    public boolean signedBy(String signer) {
        return signed.stream().anyMatch(s -> s.signer().equals(signer));
    }

    public static List<CoSigning> all(Case it) {
        List<CoSigning> all = new ArrayList<>();
        it.facts(CoSignRequested.class)
                .forEach(
                        asked ->
                                all.add(
                                        new CoSigning(
                                                asked,
                                                it.facts(CoSigned.class)
                                                        .filter(
                                                                s ->
                                                                        s.coSignId()
                                                                                .equals(
                                                                                        asked
                                                                                                .coSignId()))
                                                        .toList())));
        return all;
    }

    public static @Nullable CoSigning find(Case it, String id) {
        return all(it).stream()
                .filter(c -> c.asked().coSignId().equals(id))
                .findFirst()
                .orElse(null);
    }

    static CoSigning of(Case it, String id) {
        return Objects.requireNonNull(find(it, id));
    }
}
