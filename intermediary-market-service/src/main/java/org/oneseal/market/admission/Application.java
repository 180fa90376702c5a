package org.oneseal.market.admission;

import java.util.List;

/** What an institution asks to be admitted with. */
public record Application(
        String name,
        String uscc,
        List<String> services,
        List<Qualification> qualifications,
        List<Practitioner> practitioners) {

    public Application {
        services = List.copyOf(services);
        qualifications = List.copyOf(qualifications);
        practitioners = List.copyOf(practitioners);
    }
}
