package org.oneseal.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.cases.assignment.ByHolder;
import org.oneseal.cases.assignment.Officer;
import org.oneseal.cases.assignment.Roster;
import org.oneseal.cases.cosign.CoSign;
import org.oneseal.cases.cosign.RequestCoSign;
import org.oneseal.cases.handling.CoSigning;
import org.oneseal.cases.web.Acts.Act;
import org.oneseal.cases.web.CoSignBodies.CoSignRequest;
import org.oneseal.cases.web.CoSignBodies.CoSigningView;
import org.oneseal.cases.web.CoSignBodies.SignatureRequest;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.ExpectedVersion;
import org.oneseal.platform.web.IdempotencyKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues are asked to sign, and do or do not (会签). */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "handling")
class CoSignApi {

    private final Acts acts;
    private final Reaches reaches;
    private final Roster roster;

    CoSignApi(Acts acts, Reaches reaches, Roster roster) {
        this.acts = acts;
        this.reaches = reaches;
        this.roster = roster;
    }

    @PostMapping("/{id}/co-signs")
    @Operation(summary = "Ask colleagues to sign: all, any or a part must agree")
    ResponseEntity<?> request(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @RequestBody @Valid CoSignRequest body) {
        Map<String, Officer> known = new HashMap<>();
        for (String signer : body.signers()) {
            roster.find(signer).ifPresent(officer -> known.put(signer, officer));
        }
        var command = new RequestCoSign(body.matter(), body.signers(), body.quorum(), known);
        var act = new Act(caller, key, version, id, "co-signs", body);
        return acts.staff(act, new ByHolder(command), Acts.OFFICERS);
    }

    @PostMapping("/{id}/co-signs/{coSign}/signature")
    @Operation(summary = "Sign, or say why not")
    ResponseEntity<?> sign(
            @Parameter(hidden = true) Caller caller,
            IdempotencyKey key,
            ExpectedVersion version,
            @PathVariable String id,
            @PathVariable String coSign,
            @RequestBody @Valid SignatureRequest body) {
        var act = new Act(caller, key, version, id, "co-signs/" + coSign + "/signature", body);
        return acts.staff(act, new CoSign(coSign, body.agreed(), body.opinion()), Acts.HANDLERS);
    }

    @GetMapping("/{id}/co-signs")
    @Operation(summary = "Who was asked to sign and who did, for officers")
    List<CoSigningView> ofCase(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        caller.require(Acts.HANDLERS.toArray(Role[]::new));
        return CoSigning.all(acts.file(reaches.of(caller, null), id).value()).stream()
                .map(CoSigningView::of)
                .toList();
    }
}
