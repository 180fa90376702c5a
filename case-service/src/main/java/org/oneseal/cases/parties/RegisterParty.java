package org.oneseal.cases.parties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.objection.Objection;

/** Registers a party, or finds the one that is registered already. */
public final class RegisterParty {

    private final Parties parties;

    public RegisterParty(Parties parties) {
        this.parties = parties;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Registered(Party party) implements Outcome {}

        record Found(Party party) implements Outcome {}

        record Objected(List<Objection> objections) implements Outcome {}
    }

    public Outcome register(Party.Registration registration, Instant now) {
        List<Objection> objections = objections(registration);
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        Optional<Party> same = parties.findSame(registration);
        if (same.isEmpty()) return new Outcome.Registered(parties.add(registration, now));
        String wanted = registration.id();
        if (wanted != null && !wanted.equals(same.get().id())) {
            return new Outcome.Objected(List.of(Objection.of("party-registered-otherwise")));
        }
        return new Outcome.Found(same.get());
    }

    private static List<Objection> objections(Party.Registration registration) {
        List<Objection> found = new ArrayList<>();
        String number = registration.citizenNumber();
        String uscc = registration.uscc();
        if ((number == null) == (uscc == null)) {
            found.add(Objection.of("one-number-needed").at("/citizenNumber"));
        }
        if (number != null && !CitizenNumber.isValid(number)) {
            found.add(Objection.of("citizen-number-invalid").at("/citizenNumber"));
        }
        if (uscc != null && !UnifiedSocialCreditCode.isValid(uscc)) {
            found.add(Objection.of("uscc-invalid").at("/uscc"));
        }
        String phone = registration.phone();
        if (phone != null && !phone.matches("[+0-9][0-9 -]{4,19}")) {
            found.add(Objection.of("phone-invalid").at("/phone"));
        }
        return found;
    }
}
