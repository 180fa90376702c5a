package org.oneseal.cases.cosign;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CoSigning;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.HandlingFact.CoSigned;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Outcome.Objected;
import org.oneseal.cases.handling.Situation;

/** One of those asked signs, or does not and says why. */
public record CoSign(String coSignId, boolean agreed, @Nullable String opinion)
        implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.CO_SIGN);
        if (refusal != null) return refusal;
        @Nullable CoSigning asked = CoSigning.find(it, coSignId);
        if (asked == null) return new Objected(List.of(of("co-sign-unknown", coSignId)));
        var objections = new Objections().addAll(it.ownCase(s.by()));
        if (asked.state() != CoSigning.State.OPEN) objections.add(of("co-sign-over", coSignId));
        Optional<String> signer = signer(asked, s.by());
        if (signer.isEmpty()) {
            objections.add(of("not-asked-to-sign", s.by().subject()));
        } else if (asked.signedBy(signer.get())) {
            objections.add(of("signed-already", signer.get()));
        }
        if (!agreed) objections.needed(opinion, "opinion-missing", "/opinion", null);
        if (objections.any()) return objections.told();
        return it.with(
                List.of(new CoSigned(s.stamp(), coSignId, signer.orElseThrow(), agreed, opinion)),
                s);
    }

    /** Oneself, or whom one stands in for. */
    private static Optional<String> signer(CoSigning asked, Handler by) {
        return Stream.of(Optional.ofNullable(by.actingFor()), Optional.of(by.subject()))
                .flatMap(Optional::stream)
                .filter(asked.asked().signers()::contains)
                .findFirst();
    }
}
