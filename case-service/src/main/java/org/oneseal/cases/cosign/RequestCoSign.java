package org.oneseal.cases.cosign;

import static org.oneseal.platform.objection.Objection.of;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.assignment.Officer;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CoSigning;
import org.oneseal.cases.handling.HandlingFact.CoSignRequested;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/**
 * Asks colleagues to sign.
 *
 * @param known those of the signers whom the roster knows
 */
public record RequestCoSign(
        String matter, List<String> signers, Quorum quorum, Map<String, Officer> known)
        implements CaseCommand {

    public RequestCoSign {
        signers = List.copyOf(signers);
        known = Map.copyOf(known);
    }

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.REQUEST_CO_SIGN);
        if (refusal != null) return refusal;
        var objections =
                new Objections()
                        .addAll(it.ownCase(s.by()))
                        .needed(matter, "matter-missing", "/matter", null);
        if (CoSigning.all(it).stream().anyMatch(c -> c.state() == CoSigning.State.OPEN)) {
            objections.add(of("co-sign-already-open"));
        }
        if (signers.isEmpty()) objections.add(of("nobody-to-sign").at("/signers"));
        if (!quorum.meaningful()) objections.add(of("quorum-invalid").at("/ratio"));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < signers.size(); i++) {
            judge(it, s, signers.get(i), seen.add(signers.get(i)), "/signers/" + i, objections);
        }
        if (objections.any()) return objections.told();
        return it.with(
                List.of(
                        new CoSignRequested(
                                s.stamp(),
                                s.nextId().get(),
                                matter,
                                signers,
                                quorum.needed(signers.size()))),
                s);
    }

    private void judge(
            Case it,
            Situation s,
            String signer,
            boolean first,
            String pointer,
            Objections objections) {
        if (!first) objections.add(of("signer-twice", signer).at(pointer));
        if (s.by().is(signer)) objections.add(of("signer-asks", signer).at(pointer));
        @Nullable Officer officer = known.get(signer);
        if (officer == null) {
            objections.add(of("officer-unknown", signer).at(pointer));
        } else if (!officer.department().equals(it.header().department())) {
            objections.add(of("officer-of-another-department", officer.name()).at(pointer));
        }
    }
}
