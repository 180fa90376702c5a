package org.oneseal.cases.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.parties.Mandate;
import org.oneseal.cases.parties.Mandates;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Forbidden;
import org.springframework.stereotype.Component;

/**
 * Settles for whom a caller acts. Acting for another is said per request in {@value #ON_BEHALF_OF}
 * and needs a mandate that is valid today.
 */
@Component
class Reaches {

    static final String ON_BEHALF_OF = "On-Behalf-Of";

    private final Mandates mandates;
    private final InstantSource time;

    Reaches(Mandates mandates, InstantSource time) {
        this.mandates = mandates;
        this.time = time;
    }

    /**
     * @throws Forbidden if the caller holds no valid mandate of the principal
     */
    Reach of(Caller caller, @Nullable String onBehalfOf) {
        Scope own = Scope.of(caller);
        String party = caller.party();
        if (!(own instanceof Scope.OfParty)) {
            if (onBehalfOf != null) throw new Forbidden("staff act for nobody");
            return new Reach(caller, own, null, false, (_, _) -> true);
        }
        if (onBehalfOf == null || onBehalfOf.equals(party)) {
            return new Reach(caller, own, party, false, (_, _) -> true);
        }
        List<Mandate> valid =
                mandates.between(onBehalfOf, party == null ? "" : party).stream()
                        .filter(m -> m.validOn(Case.dayOf(time.instant())))
                        .toList();
        if (valid.isEmpty()) throw new Forbidden("no mandate of " + onBehalfOf);
        return new Reach(
                caller,
                new Scope.OfParty(onBehalfOf),
                onBehalfOf,
                true,
                (code, type) -> valid.stream().anyMatch(m -> m.covers(code, type)));
    }
}
